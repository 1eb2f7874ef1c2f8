//! The service and the page reader of the examples, as functions that tests can call.

mod page;
mod service;

pub use page::{Page, read_page};
pub use service::{MAX_BODY, service};
