//! The counts that a change is held against: `accepted.tsv`.

use std::fmt::Write;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/cost/accepted.tsv");

/// What is counted, and so much dearer a stage may be. Changes elsewhere move what the compiler inlines; maps with
/// a secret and the places of things in memory move wrong guesses by up to five percent from run to run.
const SLACK: [(&str, f64); 2] = [("instructions", 1.03), ("wrong guesses", 1.1)];

/// Stages cheaper than this, in instructions a byte, may double before it matters.
const SMALL: f64 = 1.0;

/// The accepted counts and the compiler they are of.
#[derive(Debug, Default)]
pub(crate) struct Accepted {
    pub(crate) compiler: String,
    stages: Vec<(String, [f64; 2])>,
}

impl Accepted {
    /// Reads the file; nothing where there is none.
    pub(crate) fn read() -> Self {
        let text = std::fs::read_to_string(PATH).unwrap_or_default();
        let compiler = text.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or("").to_owned();
        let stages = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let mut cells = line.split('\t');
            let mut next = || cells.next();
            Some((next()?.to_owned(), [next()?.parse().ok()?, next()?.parse().ok()?]))
        });
        Self { compiler, stages: stages.collect() }
    }

    /// Instructions and wrong guesses a byte of a stage.
    pub(crate) fn of(&self, stage: &str) -> Option<[f64; 2]> {
        self.stages.iter().find(|(name, _)| name == stage).map(|(_, counts)| *counts)
    }

    /// A line for each count that is dearer than accepted.
    pub(crate) fn dearer(&self, counted: &[(&str, [f64; 2])]) -> Vec<String> {
        let mut lines = Vec::new();
        for (stage, counts) in counted {
            let Some(before) = self.of(stage).filter(|[instructions, _]| *instructions > SMALL) else {
                continue;
            };
            for (((what, slack), now), before) in SLACK.iter().zip(counts).zip(before) {
                if *now > before * slack {
                    lines.push(format!("{stage}: {now:.4} {what} a byte, {before:.4} accepted"));
                }
            }
        }
        lines
    }
}

/// Writes the counts down as the accepted ones.
pub(crate) fn write(compiler: &str, counted: &[(&str, [f64; 2])]) {
    let mut text = format!("# {compiler}\n# stage\tinstructions a byte\twrong guesses a byte\n");
    for (stage, [instructions, wrong]) in counted {
        writeln!(text, "{stage}\t{instructions:.2}\t{wrong:.4}").expect("a string takes it");
    }
    std::fs::write(PATH, text).expect("the file can be written");
}
