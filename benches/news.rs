//! Synthetic news for the benches: own sentence templates filled with names, the same for the same seed.
//!
//! The texts have what makes real ones hard to match in: five to six names a kilobyte, a fifth of all tokens
//! with a capital or a digit, a few letters beyond ASCII, headlines in capitals, datelines, quotes. Names come
//! from the given list, so that a list of any size is met at the same rate.

use std::collections::HashSet;

/// A small generator of numbers (xorshift), so that every machine reads the same news.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % n.max(1)
    }

    pub fn pick<'a, T: ?Sized>(&mut self, list: &'a [&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// Sentences; `{N}` is a name, `{P}` a person made of a given name and a surname, `{D}` a day, `{#}` a number.
const SENTENCES: &[&str] = &[
    "{P}, who heads the regional office of {N}, told reporters on {D} that talks would go on until a deal was reached.",
    "“We have seen nothing like this in {#} years,” said {P}, adding that help had been slow to arrive.",
    "Officials in {N} said at least {#} people were moved to safer ground after the river burst its banks.",
    "The price of wheat rose by {#} percent in early trading before it fell back towards the close.",
    "According to a report seen by {N}, the plan would cost more than ${#} million over the next decade.",
    "The ministry did not answer questions about when the road would open again.",
    "Residents said they had heard several loud bangs shortly before midnight and then the sound of sirens.",
    "{P} and {P} will meet in {N} on {D} to discuss the future of the agreement between {N} and {N}.",
    "Last year the court ruled that the company had broken the law when it dumped waste into the lake.",
    "The decision was welcomed by {N}, which has long called for stricter rules on the sale of such goods.",
    "“That is not what voters asked for,” {P} wrote in a statement. “They asked for schools and for work.”",
    "Analysts at {N} expect growth to slow in the second half as interest rates stay high.",
    "It was not clear on {D} how many of the workers had been inside the building when the fire broke out.",
    "The {N} team lost three of its last five matches and now faces a difficult trip to {N}.",
    "A spokeswoman for {P} denied the claims, which were first published by a local newspaper.",
    "The two sides have traded accusations since the ceasefire collapsed in the spring.",
    "Prices for homes in and around {N} have doubled since the new line opened, according to the city council.",
    "More than {#} families are still waiting for the payments that were promised after the storm.",
    "“I do not know what will happen tomorrow,” said a teacher who gave only her first name.",
    "The bank kept its main rate unchanged at {#} percent, as most economists had expected.",
    "Police in {N} said the driver, aged {#}, had been taken to hospital with minor injuries.",
    "{N} and {N} signed a letter of intent on {D}, but neither would say how much money was involved.",
    "Critics say that the law gives too much power to a small group of officials who answer to nobody.",
    "Students gathered outside the gates of the university and read out the names of the missing.",
    "The film, which opens next month, tells the story of three sisters who leave a village for the coast.",
    "In a café near the market in São Rafael, {P} recalled the night of the blackout with a shrug.",
    "The figures, released on {D}, showed that exports to {N} had fallen for the fourth month in a row.",
    "“There is no plan B,” the minister said. “There is only the hard work that we have put off for too long.”",
    "Rescue teams were still searching the hills on {D} evening, but fog made it impossible to fly.",
    "He said the committee would publish its findings before the end of the year.",
    "The vaccine was given to {#} volunteers, none of whom had a serious reaction, the researchers wrote.",
    "{P}, the former head of the tax office, is expected to appear before judges in {N} early next week.",
    "She added that the talks had been frank, useful and, for the most part, friendly.",
    "Farmers blocked the main road to the port for a second day and said they would stay until their demands were met.",
    "The airline cancelled {#} flights because of strikes at airports in {N} and {N}.",
    "Nobody answered the phone at the company’s headquarters, and a message left there was not returned.",
];

const HEADLINES: &[&str] = &[
    "{N} Talks End Without a Deal",
    "STORM LEAVES THOUSANDS WITHOUT POWER IN {U}",
    "What We Know About the Fire in {N}",
    "{N} raises rates for the third time this year",
    "{P} to step down after vote",
];

const DAYS: &[&str] =
    &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "March 3", "Aug. 19"];
const GIVEN: &[&str] = &["Anna", "Omar", "Lucía", "Peter", "Mei", "Igor", "Fatima", "Jörg", "Grace", "Ahmed"];
const SURNAMES: &[&str] =
    &["Lindholm", "Okafor", "Núñez", "Harrow", "Tanaka", "Petrenko", "Haddad", "Brandt", "al-Sabri"];

/// Fills one template.
fn fill(template: &str, names: &[&str], cast: &[&str], random: &mut Random, out: &mut String) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (slot, after) = after.split_once('}').unwrap_or(("", after));
        match slot {
            "P" => {
                out.push_str(random.pick(GIVEN));
                out.push(' ');
                out.push_str(random.pick(SURNAMES));
            }
            "D" => out.push_str(random.pick(DAYS)),
            "#" => out.push_str(&(2 + random.below(900)).to_string()),
            "U" => out.push_str(&name(names, cast, random).to_uppercase()),
            _ => out.push_str(name(names, cast, random)),
        }
        rest = after;
    }
    out.push_str(rest);
}

/// A name of any article; those at the front of the list come up most, as in news a few names do.
fn any_name<'a>(names: &[&'a str], random: &mut Random) -> &'a str {
    let upto = 1 + random.below(names.len());
    names[random.below(upto)]
}

/// A name of this article: mostly one of its own cast, for news names the same few again and again.
fn name<'a>(names: &[&'a str], cast: &[&'a str], random: &mut Random) -> &'a str {
    if random.below(4) > 0 { cast[random.below(cast.len())] } else { any_name(names, random) }
}

/// One article of about four kilobytes.
fn article(names: &[&str], random: &mut Random) -> String {
    let mut out = String::with_capacity(5000);
    let cast: Vec<&str> = (0..8).map(|_| any_name(names, random)).collect();
    let headline = random.pick(HEADLINES);
    fill(headline, names, &cast, random, &mut out);
    out.push_str("\n\n");
    fill("{U} (Harbour News) – ", names, &cast, random, &mut out);
    while out.len() < 4200 {
        for _ in 0..1 + random.below(3) {
            let sentence = random.pick(SENTENCES);
            fill(sentence, names, &cast, random, &mut out);
            out.push(' ');
        }
        out.pop();
        out.push_str("\n\n");
    }
    out
}

/// Articles of together at least `bytes`.
pub fn articles(names: &[&str], bytes: usize, seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let (mut out, mut total) = (Vec::new(), 0);
    while total < bytes {
        let article = article(names, &mut random);
        total += article.len();
        out.push(article);
    }
    out
}

/// The names of the bundled tables.
pub fn bundled_names() -> Vec<String> {
    let tables = ["countries", "organizations", "outlets", "people", "places", "other"];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/bundled");
    let mut seen = HashSet::new();
    let mut names = Vec::new();
    for table in tables {
        let text = std::fs::read_to_string(format!("{folder}/{table}.tsv")).expect("the tables are there");
        for row in text.lines().skip(1).filter(|row| !row.starts_with('#')) {
            let surfaces = row.split('\t').nth(4).unwrap_or("").split(';');
            for name in surfaces.filter_map(|surface| surface.split_once(':')).map(|(_, name)| name) {
                if seen.insert(name.to_owned()) {
                    names.push(name.to_owned());
                }
            }
        }
    }
    names
}
