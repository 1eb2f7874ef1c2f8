//! What valgrind wrote down: the cost of each function with all that it calls.

use std::collections::HashMap;

/// Counts by function.
#[derive(Debug, Default)]
pub(crate) struct Profile {
    /// Instructions and wrong guesses of each function, those that it calls included.
    functions: HashMap<String, [u64; 2]>,
    /// How often each function was called.
    calls: HashMap<String, u64>,
}

impl Profile {
    /// Reads the format of callgrind, written without compressed names and positions.
    ///
    /// After `fn=` come lines of a position and the counts of the function's own; after `calls=` one such line
    /// holds the counts of a call. All of them together are the inclusive cost: no function here calls itself.
    pub(crate) fn read(text: &str) -> Self {
        let mut profile = Self::default();
        let (mut events, mut function, mut called) = (Vec::new(), String::new(), String::new());
        for line in text.lines() {
            if let Some(names) = line.strip_prefix("events: ") {
                events = names.split(' ').map(str::to_owned).collect();
            } else if let Some(name) = line.strip_prefix("fn=") {
                function = plain(name);
            } else if let Some(name) = line.strip_prefix("cfn=") {
                called = plain(name);
            } else if let Some(call) = line.strip_prefix("calls=") {
                let count = call.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0_u64);
                *profile.calls.entry(called.clone()).or_default() += count;
            } else if line.starts_with(|c: char| c.is_ascii_digit()) {
                let counts: Vec<u64> = line.split(' ').skip(1).filter_map(|n| n.parse().ok()).collect();
                let event = |name: &str| {
                    let at = events.iter().position(|event| event == name);
                    at.and_then(|at| counts.get(at)).copied().unwrap_or(0)
                };
                let costs = profile.functions.entry(function.clone()).or_default();
                costs[0] += event("Ir");
                costs[1] += event("Bcm") + event("Bim");
            }
        }
        profile
    }

    /// Instructions and wrong guesses of some functions together.
    pub(crate) fn costs(&self, functions: &[&str]) -> [u64; 2] {
        let costs = functions.iter().map(|name| {
            *self.functions.get(*name).unwrap_or_else(|| panic!("{name} was not called: was it inlined?"))
        });
        costs.fold([0, 0], |all, one| [all[0] + one[0], all[1] + one[1]])
    }

    /// How often memory was asked for, or asked to grow.
    pub(crate) fn allocations(&self) -> u64 {
        ["malloc", "calloc", "realloc"].iter().filter_map(|name| self.calls.get(*name)).sum()
    }
}

/// A function's name without the hash that a compiler puts behind it, and the number of a recursion.
fn plain(name: &str) -> String {
    let name = name.split('\'').next().unwrap_or(name);
    match name.rsplit_once("::") {
        Some((path, hash)) if hash.len() == 17 && hash.starts_with('h') => path.to_owned(),
        _ => name.to_owned(),
    }
}
