//! The little of URL encoding that is needed to read an address: our own values need none.

/// Undoes `%41` and `+`. What is no valid encoding stays as it stands.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        let pair = match first {
            b'%' => after.first().zip(after.get(1)).and_then(|(&a, &b)| Some((hex(a)?, hex(b)?))),
            _ => None,
        };
        match (first, pair) {
            (_, Some((high, low))) => {
                bytes.push(high << 4 | low);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A text as an address can hold it: all but letters, digits and a few signs is written by its bytes.
pub fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            byte => {
                let digit = |bits: u8| char::from_digit(u32::from(bits), 16).unwrap_or_default();
                out.extend([
                    '%',
                    digit(byte >> 4).to_ascii_uppercase(),
                    digit(byte & 15).to_ascii_uppercase(),
                ]);
            }
        }
    }
    out
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn encoded_letters_are_read_and_broken_ones_left() {
        assert_eq!(decode("a%2Cb+c"), "a,b c");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
    }
}
