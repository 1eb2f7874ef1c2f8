//! A bar on standard error with the speed so far; silent where that is no terminal.

use std::fs;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

pub(crate) struct Progress {
    bar: ProgressBar,
    docs: usize,
}

impl Progress {
    pub(crate) fn start() -> Self {
        let total = input_size();
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
        let shape = if total.is_some() { "{bar:32} {percent:>3} %  {msg}" } else { "{msg}" };
        // A template that cannot be read is a mistake of ours, and no reason to stop.
        let style = ProgressStyle::with_template(shape).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("━━╌"));
        Self { bar, docs: 0 }
    }

    pub(crate) fn add(&mut self, docs: usize, bytes: u64) {
        self.docs += docs;
        self.bar.inc(bytes);
        self.bar.set_message(line(self.docs, self.bar.position(), self.bar.elapsed()));
    }

    pub(crate) fn finish(self) {
        self.bar.finish();
    }
}

/// How many bytes there are to read, where standard input is a file: `batch_jsonl < in.jsonl`.
fn input_size() -> Option<u64> {
    let input = fs::metadata("/dev/stdin").ok()?;
    input.is_file().then_some(input.len())
}

/// "1024 docs · 512 docs/s · 1.9 MB/s"
fn line(docs: usize, bytes: u64, time: Duration) -> String {
    let seconds = time.as_secs_f64().max(1e-6);
    let (rate, megabytes) = (docs as f64 / seconds, bytes as f64 / seconds / 1e6);
    format!("{docs} docs · {rate:.0} docs/s · {megabytes:.1} MB/s")
}

#[cfg(test)]
mod tests {
    use super::line;
    use std::time::Duration;

    #[test]
    fn speed_is_per_second() {
        assert_eq!(line(1024, 4_000_000, Duration::from_secs(2)), "1024 docs · 512 docs/s · 2.0 MB/s");
    }
}
