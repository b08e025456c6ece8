//! The game's address: which ten, in which colours. Whatever is not understood is the
//! usual.

/// The game that is played where the address names none.
pub const FIRST: u32 = 1;

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub seed: u32,
    /// `light`, `dark`, or empty for as the system has it.
    pub theme: String,
}

impl Setting {
    /// Reads what stands behind `?` and `#`; the later counts.
    pub fn read(parts: [&str; 2]) -> Setting {
        let mut setting = Setting { seed: FIRST, theme: String::new() };
        for pair in parts.into_iter().flat_map(|part| part.split('&')) {
            match pair.split_once('=') {
                Some(("seed", seed)) => setting.seed = seed.parse().unwrap_or(FIRST),
                Some(("theme", theme @ ("light" | "dark"))) => setting.theme = theme.to_owned(),
                _ => {}
            }
        }
        setting
    }

    /// Writes it as it is read.
    pub fn write(&self) -> String {
        let mut address = format!("seed={}", self.seed);
        if !self.theme.is_empty() {
            address += &format!("&theme={}", self.theme);
        }
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        let setting = Setting::read(["theme=dark", "seed=7"]);
        assert_eq!((setting.seed, setting.theme.as_str()), (7, "dark"));
        assert_eq!(Setting::read(["", &setting.write()]), setting);
    }

    #[test]
    fn what_is_not_understood_is_the_usual() {
        for odd in ["", "seed", "seed=x", "seed=-1", "seed=99999999999", "theme=pink&&=&"] {
            assert_eq!(Setting::read([odd, ""]).write(), "seed=1", "{odd}");
        }
    }
}
