//! Pages that teach, beside the reference. The same pages stand in the repository's `docs/`; their examples run as tests.
//!
//! | page | answers |
//! |---|---|
//! | [`model`] | what an article becomes, in pictures, and where the edges of things are |
//! | [`cookbook`] | services, batches, names of your own, date policies, speech without attitude … |
//! | [`parts`] | how an article is built: kinds of parts, conventions, which rules are how often right |
//! | [`entities`] | names: conventions, signals and their weights, resolution, limits |
//! | [`dates`] | expressions of time: spans, values, policies |
//! | [`quotes`] | who said what: conventions, rules, edges of contents, words to add |
//! | [`confidence`] | how sure is it, and where is it weakest |
//! | [`security`] | what is promised of text from strangers, every limit and its reason |
//! | [`comparison`] | CoreNLP, spaCy, HeidelTime, GenderGapTracker, compromise: what they do better, and what not |

#[doc = include_str!("../docs/model.md")]
pub mod model {}

#[doc = include_str!("../docs/cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("../docs/parts.md")]
#[allow(rustdoc::broken_intra_doc_links, reason = "a page may mark spans with brackets")]
pub mod parts {}

#[doc = include_str!("../docs/entities.md")]
pub mod entities {}

#[doc = include_str!("../docs/dates.md")]
#[allow(rustdoc::broken_intra_doc_links, reason = "the page marks spans with brackets: “on [Friday]”")]
pub mod dates {}

#[doc = include_str!("../docs/quotes.md")]
#[allow(rustdoc::broken_intra_doc_links, reason = "a page may mark spans with brackets")]
pub mod quotes {}

#[doc = include_str!("../docs/confidence.md")]
pub mod confidence {}

#[doc = include_str!("../docs/security.md")]
pub mod security {}

#[doc = include_str!("../docs/comparison.md")]
pub mod comparison {}
