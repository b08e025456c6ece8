//! Nothing: the tests of components are in `tests/components.rs`.
