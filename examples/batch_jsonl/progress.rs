//! One line on standard error with the speed so far, where that is a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Faster than this no eye follows.
const EVERY: Duration = Duration::from_millis(200);

pub(crate) struct Progress {
    /// Nothing where nobody watches.
    started: Option<Instant>,
    shown: Duration,
    rows: usize,
    bytes: usize,
}

impl Progress {
    pub(crate) fn start() -> Self {
        let started = io::stderr().is_terminal().then(Instant::now);
        Self { started, shown: Duration::ZERO, rows: 0, bytes: 0 }
    }

    pub(crate) fn add(&mut self, rows: usize, bytes: usize) {
        self.rows += rows;
        self.bytes += bytes;
        if let Some(started) = self.started {
            if started.elapsed() >= self.shown + EVERY {
                self.shown = started.elapsed();
                self.show(self.shown);
            }
        }
    }

    pub(crate) fn finish(self) {
        if let Some(started) = self.started {
            self.show(started.elapsed());
            eprintln!();
        }
    }

    /// Writes over the line before; a terminal that does not take it is no reason to stop.
    fn show(&self, time: Duration) {
        let _ = write!(io::stderr(), "\r{}\x1b[K", line(self.rows, self.bytes, time));
    }
}

/// "1024 docs · 512 docs/s · 1.9 MB/s"
fn line(rows: usize, bytes: usize, time: Duration) -> String {
    let seconds = time.as_secs_f64().max(1e-6);
    let (docs, megabytes) = (rows as f64 / seconds, bytes as f64 / seconds / 1e6);
    format!("{rows} docs · {docs:.0} docs/s · {megabytes:.1} MB/s")
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
