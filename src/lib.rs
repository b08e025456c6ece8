//! Whereabouts: who can ask where your phone is when you roam, and where a filter would stop them.
