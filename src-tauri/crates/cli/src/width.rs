//! How many columns of a terminal a text takes.

/// Columns of a whole text.
pub fn of(text: &str) -> usize {
    text.chars().map(letter).sum()
}

/// Columns of one character: none for marks that stand on another, two for East Asian and emoji.
pub fn letter(letter: char) -> usize {
    match u32::from(letter) {
        0x0300..=0x036F
        | 0x0483..=0x0489
        | 0x0591..=0x05BD
        | 0x064B..=0x065F
        | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF
        | 0x200B..=0x200F
        | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F
        | 0xFE20..=0xFE2F
        | 0x1_F3FB..=0x1_F3FF => 0,
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1_F300..=0x1_F64F
        | 0x1_F680..=0x1_F6FF
        | 0x1_F900..=0x1_F9FF
        | 0x2_0000..=0x3_FFFD => 2,
        _ => 1,
    }
}

/// Breaks a text into lines of at most `most` columns, between words where it can.
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    // A character can be two columns wide.
    let most = most.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let wide = of(word);
            if used > 0 && used + 1 + wide > most {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            for letter in word.chars() {
                let wide = self::letter(letter);
                if used + wide > most {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push(letter);
                used += wide;
            }
        }
        lines.push(line);
    }
    lines
}

/// The start of a text in at most `most` columns, with … where something is left out.
pub fn clip(text: &str, most: usize) -> String {
    if of(text) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for letter in text.chars() {
        used += self::letter(letter);
        if used > most {
            break;
        }
        kept.push(letter);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn wide_and_standing_characters_are_counted_as_a_terminal_shows_them() {
        assert_eq!(of("Müller"), 6);
        assert_eq!(of("Mu\u{308}ller"), 6);
        assert_eq!(of("東京"), 4);
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(
            wrap("no difference that matters", 13),
            ["no difference", "that matters"]
        );
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(clip("telephone", 5), "tele…");
    }

    proptest! {
        #[test]
        fn a_wrapped_text_fits_and_loses_no_letter(text in "[a-z東é \n]{0,80}", most in 2_usize..20) {
            let lines = wrap(&text, most);
            prop_assert!(lines.iter().all(|line| of(line) <= most), "{lines:?}");
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn a_clipped_text_fits(text in "[a-z東é ]{0,40}", most in 1_usize..20) {
            prop_assert!(of(&clip(&text, most)) <= most);
        }
    }
}
