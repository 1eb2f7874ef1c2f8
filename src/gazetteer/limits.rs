//! The caps of a gazetteer, each with its reason.

/// The longest name, in bytes: the bound that makes a scan linear whatever the text. The longest real name
/// in the tables has 101.
pub(super) const NAME: usize = 128;

/// The longest row, in bytes: columns are found by 16-bit positions.
pub(super) const ROW: usize = u16::MAX as usize;

/// The most rows: sixteen times the million that the benches load.
pub(super) const ROWS: usize = 1 << 24;

/// The most different words in all names: the automaton numbers them with three bytes.
pub(super) const UNITS: u32 = 1 << 24;

/// The most kinds of entity: they are looked up one by one.
pub(super) const KINDS: usize = 256;

/// The most different spans of validity: they are looked up one by one as well.
pub(super) const WINDOWS: usize = 4096;
