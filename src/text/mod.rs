//! Text as integers: tokens with their shapes, folding, sentences. Knows nothing of news.
//!
//! In: the caller's `&str`. Out: [`Tokens`], the array that every later stage walks instead of the
//! text. Invariant: tokens are sorted, disjoint, not empty, and lie on character boundaries.

mod atom;
mod cutter;
mod fields;
pub(crate) mod fold;
pub(crate) mod numbers;
mod plain;
pub(crate) mod sentence;
mod shape;
mod token;
mod token_set;

pub(crate) use atom::{Atom, atom, atoms};
pub(crate) use cutter::is_space;
pub(crate) use fields::{fields, first_field};
pub(crate) use fold::fold_char;
pub(crate) use shape::{Shape, Shapes};
pub(crate) use token::{Gap, Token, Tokens};
pub(crate) use token_set::{Ones, TokenSet};
