//! From bytes to text: byte order marks, UTF-16, UTF-8, and the older encodings by guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A file's text.
#[derive(Debug)]
pub(super) struct Text {
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// Whether some bytes could not be decoded; U+FFFD stands for them.
    pub broken: bool,
}

/// Decodes a whole file. Where bytes are neither plain UTF-8 nor UTF-16, it is UTF-8 with damage if
/// most of the lines that go beyond ASCII are good UTF-8, and an older encoding otherwise.
pub(super) fn decode(bytes: Vec<u8>) -> Text {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes)
        && encoding != UTF_8
    {
        return by(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf_16_without_mark(&bytes) {
        return by(encoding, &bytes);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..3);
            }
            return Text {
                text,
                encoding: UTF_8.name(),
                broken: false,
            };
        }
        Err(error) => error.into_bytes(),
    };
    if mostly_utf_8(&bytes) {
        return by(UTF_8, bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    by(detector.guess(None, Utf8Detection::Deny), &bytes)
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> Text {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    Text {
        text: text.into_owned(),
        encoding: encoding.name(),
        broken,
    }
}

/// Western text in UTF-16 has a zero in nearly every other byte, always on the same side.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let pairs = head.len() / 2;
    let zeros = |side: usize| head.chunks_exact(2).filter(|pair| pair[side] == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Two characters are no evidence; NUL bytes strewn in by damage fall on both sides.
    if pairs < 4 {
        return None;
    }
    if odd * 10 > pairs * 7 && even * 20 < pairs {
        return Some(UTF_16LE);
    }
    (even * 10 > pairs * 7 && odd * 20 < pairs).then_some(UTF_16BE)
}

fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for line in bytes.split(|byte| *byte == b'\n' || *byte == b'\r') {
        if line.is_ascii() {
            continue;
        }
        if std::str::from_utf8(line).is_ok() {
            good += 1
        } else {
            bad += 1
        }
    }
    good > bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_encoding_gives_the_same_text() {
        let wanted = "name,city\nJürgen,Köln\nZoë,Århus\nAndré,Orléans\n";
        let utf_16 = |big: bool, mark: bool| {
            let units = wanted.encode_utf16();
            let units = mark.then_some(0xfeff).into_iter().chain(units);
            units
                .flat_map(|u| {
                    if big {
                        u.to_be_bytes()
                    } else {
                        u.to_le_bytes()
                    }
                })
                .collect()
        };
        let latin: Vec<u8> = wanted.chars().map(|c| c as u8).collect();
        let cases: [(Vec<u8>, &str); 7] = [
            (wanted.as_bytes().to_vec(), "UTF-8"),
            ([b"\xef\xbb\xbf", wanted.as_bytes()].concat(), "UTF-8"),
            (utf_16(false, true), "UTF-16LE"),
            (utf_16(true, true), "UTF-16BE"),
            (utf_16(false, false), "UTF-16LE"),
            (utf_16(true, false), "UTF-16BE"),
            (latin, "windows-1252"),
        ];
        for (bytes, encoding) in cases {
            let found = decode(bytes);
            assert_eq!((found.text.as_str(), found.encoding), (wanted, encoding));
            assert!(!found.broken);
        }
    }

    #[test]
    fn one_damaged_line_does_not_make_a_file_latin() {
        let found = decode(b"a\nK\xc3\xb6ln\n\xc3\x85rhus\nbr\xffken\n".to_vec());
        assert_eq!(found.encoding, "UTF-8");
        assert!(found.broken);
        assert!(found.text.contains("Köln") && found.text.contains("br\u{fffd}ken"));
    }
}
