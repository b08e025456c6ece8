//! Names that nobody else has, without a domain of our own: UUIDs of version 8, whose bits are a hash of what
//! they name (RFC 9562, 5.8 and B.2). So they stay the same from one build to the next.

use sha2::{Digest, Sha256};

/// The same for what is the same, in all places and times.
pub fn urn(what: &str) -> String {
    let digest = Sha256::digest(format!("whereabouts, an explainer: {what}"));
    let mut hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    // The version, and the variant in the two highest bits of the ninth byte.
    hex.replace_range(12..13, "8");
    let variant = digest.get(8).copied().unwrap_or_default() & 0x3f | 0x80;
    hex.replace_range(16..18, &format!("{variant:02x}"));
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_each_time_and_another_for_each_thing() {
        let name = urn("chapter 4");
        assert_eq!(name, urn("chapter 4"));
        assert_ne!(name, urn("chapter 5"));
        let parts: Vec<&str> = name.trim_start_matches("urn:uuid:").split('-').collect();
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert!(parts[2].starts_with('8') && "89ab".contains(&parts[3][..1]), "{name}");
    }
}
