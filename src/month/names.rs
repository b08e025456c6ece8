//! How the networks of the picture are called.

use serde::{Deserialize, Serialize};

/// The names of the networks: invented, as everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    pub homes: Vec<String>,
    pub partner: String,
    pub visited: String,
}
