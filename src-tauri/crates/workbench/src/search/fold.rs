//! Texts as they are searched: without case, accents and width, with the way back to the letters
//! that were written.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text ready to be searched.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// Its folded letters.
    letters: String,
    /// For each folded letter, which letter of the text it came from.
    origins: Vec<u32>,
    /// For each folded letter, whether a search may begin there.
    starts: Vec<bool>,
    /// Letters of the text.
    length: u32,
}

/// How well a term was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// Inside a word.
    Inside,
    /// At the start of a word, or anywhere in a script that sets no spaces between words.
    Start,
    /// A whole word.
    Whole,
}

/// A place where a term was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    /// The first letter, counted in the text as it was written.
    pub start: u32,
    /// The letter after the last one.
    pub end: u32,
    /// How well it fits.
    pub fit: Fit,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut folded = Self::default();
        let mut before: Option<char> = None;
        for letter in text.chars() {
            let starts = starts(before, letter);
            let mut first = true;
            each_plain(letter, |plain| {
                folded.letters.push(plain);
                folded.origins.push(folded.length);
                folded.starts.push(first && starts);
                first = false;
            });
            // What is not seen, or sits on the letter before it, is no neighbour.
            if !is_accent(letter) {
                before = Some(letter);
            }
            folded.length += 1;
        }
        folded
    }

    /// Every place where a folded term stands, at word starts or, when `inside` says so, anywhere.
    pub(crate) fn find(&self, term: &str, inside: bool) -> Vec<Match> {
        let mut found = Vec::new();
        if term.is_empty() {
            return found;
        }
        // Counting letters goes along with the search, so that it is done once over the text.
        let (mut at_byte, mut at_letter) = (0, 0);
        let length = term.chars().count();
        for (byte, _) in self.letters.match_indices(term) {
            at_letter += self.letters[at_byte..byte].chars().count();
            at_byte = byte;
            found.extend(self.judge(at_letter, length, inside));
        }
        found
    }

    fn judge(&self, at: usize, length: usize, inside: bool) -> Option<Match> {
        let end = at + length;
        let mut after = self.letters.chars().skip(end);
        let next = after.next();
        // A letter and the mark on it are one: ka is not in ga.
        if next.is_some_and(is_combining_mark) {
            return None;
        }
        let starts = self.starts.get(at).copied().unwrap_or(false);
        if !starts && !inside {
            return None;
        }
        let ends = next.is_none_or(|next| !next.is_alphanumeric());
        let fit = match (starts, ends) {
            (true, true) => Fit::Whole,
            (true, false) => Fit::Start,
            (false, _) => Fit::Inside,
        };
        Some(Match {
            start: self.origins.get(at).copied().unwrap_or(self.length),
            end: self.origins.get(end).copied().unwrap_or(self.length),
            fit,
        })
    }

    /// Letters of the text as it was written.
    pub(crate) fn length(&self) -> u32 {
        self.length
    }
}

/// The terms of a query, folded: its words, without the signs around them.
pub(crate) fn terms(query: &str) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for word in query.split_whitespace() {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        // Only signs: an emoji can be looked for, a comma cannot.
        let word = match bare {
            "" if word.is_ascii() => continue,
            "" => word,
            bare => bare,
        };
        let mut term = String::new();
        word.chars()
            .for_each(|letter| each_plain(letter, |plain| term.push(plain)));
        if !term.is_empty() && !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// Hands over what is left of a letter without case, accent and width; nothing of a mark by itself.
fn each_plain(letter: char, mut take: impl FnMut(char)) {
    if letter.is_ascii() {
        return take(letter.to_ascii_lowercase());
    }
    for part in std::iter::once(letter).nfkd() {
        if is_accent(part) {
            continue;
        }
        for small in part.to_lowercase().filter(|small| !is_accent(*small)) {
            match bare(small) {
                Bare::One(plain) => take(plain),
                Bare::Two(first, second) => {
                    take(first);
                    take(second);
                }
            }
        }
    }
}

enum Bare {
    One(char),
    Two(char, char),
}

/// Letters with a stroke or of two parts, which do not come apart by themselves.
fn bare(letter: char) -> Bare {
    match letter {
        'ß' => Bare::Two('s', 's'),
        'æ' => Bare::Two('a', 'e'),
        'œ' => Bare::Two('o', 'e'),
        'þ' => Bare::Two('t', 'h'),
        'ø' => Bare::One('o'),
        'ł' => Bare::One('l'),
        'đ' | 'ð' => Bare::One('d'),
        'ħ' => Bare::One('h'),
        'ŧ' => Bare::One('t'),
        'ı' => Bare::One('i'),
        'ς' => Bare::One('σ'),
        '’' | 'ʼ' => Bare::One('\''),
        other => Bare::One(other),
    }
}

/// Marks that people leave out when they type: accents, vowel points, and what is not seen at all.
/// Marks that make another letter, as in Devanagari, Thai and Japanese, stay.
fn is_accent(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}'
        | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a search may begin at a letter: after a sign or space, at a capital after a small
/// letter, between a figure and a letter, and anywhere where words have no spaces.
fn starts(before: Option<char>, letter: char) -> bool {
    let Some(before) = before else {
        return true;
    };
    if is_accent(letter) || is_combining_mark(letter) {
        return false;
    }
    is_unspaced(letter)
        || is_unspaced(before)
        || !(before.is_alphanumeric() || is_combining_mark(before))
        || (before.is_lowercase() && letter.is_uppercase())
        || (before.is_numeric() != letter.is_numeric())
}

/// Scripts that set no spaces between words, or hang so much on a word that its start says little.
fn is_unspaced(letter: char) -> bool {
    matches!(letter as u32,
        0x0e00..=0x0eff // Thai, Lao
        | 0x1000..=0x109f // Myanmar
        | 0x1780..=0x17ff // Khmer
        | 0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7ff // Hangul
        | 0x2e80..=0x312f | 0x31a0..=0x9fff // kana, bopomofo, Han
        | 0xf900..=0xfaff | 0xff66..=0xff9f
        | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found of a query's one term, as it was written.
    fn found(text: &str, query: &str) -> Vec<String> {
        let terms = terms(query);
        let [term] = terms.as_slice() else {
            panic!("{query} has terms {terms:?}");
        };
        let letters: Vec<char> = text.chars().collect();
        Folded::of(text)
            .find(term, false)
            .iter()
            .map(|it| letters[it.start as usize..it.end as usize].iter().collect())
            .collect()
    }

    #[test]
    fn case_accents_and_width_do_not_matter() {
        assert_eq!(found("Café au lait", "CAFE"), ["Café"]);
        assert_eq!(found("cafe\u{301} au lait", "café"), ["cafe\u{301}"]);
        assert_eq!(found("Straße", "strasse"), ["Straße"]);
        assert_eq!(found("STRASSE", "straße"), ["STRASSE"]);
        assert_eq!(found("Łódź, Ærø, ĐẶT", "lodz"), ["Łódź"]);
        assert_eq!(found("Ærø", "aero"), ["Ærø"]);
        assert_eq!(found("ＦＵＬＬ　width", "full"), ["ＦＵＬＬ"]);
        assert_eq!(found("İstanbul", "istanbul"), ["İstanbul"]);
        assert_eq!(found("ΛΟΓΟΣ λόγος", "λογος"), ["ΛΟΓΟΣ", "λόγος"]);
        assert_eq!(found("don’t churn", "don't"), ["don’t"]);
    }

    #[test]
    fn words_are_found_by_their_start_and_in_the_middle_only_when_asked() {
        assert_eq!(found("concatenate a cat", "cat"), ["cat"]);
        let matches = Folded::of("concatenate").find("cat", true);
        assert_eq!(
            matches.iter().map(|it| it.fit).collect::<Vec<_>>(),
            [Fit::Inside]
        );
        assert_eq!(found("hours/week", "week"), ["week"]);
        assert_eq!(found("MonthlyCharges", "charges"), ["Charges"]);
        assert_eq!(found("within 30days", "days"), ["days"]);
        assert_eq!(found("Q4-targets", "4"), ["4"]);
    }

    #[test]
    fn scripts_without_spaces_are_found_anywhere() {
        assert_eq!(found("月次の解約理由を知りたい", "解約"), ["解約"]);
        assert_eq!(found("ลูกค้ายกเลิกบริการ", "ยกเลิก"), ["ยกเลิก"]);
        assert_eq!(found("고객이탈을 줄인다", "이탈"), ["이탈"]);
        assert_eq!(found("ガス", "カ"), [""; 0], "ka is not ga");
        assert_eq!(found("半角ｶﾀｶﾅ", "カタカナ"), ["ｶﾀｶﾅ"]);
    }

    #[test]
    fn right_to_left_texts_are_found_with_and_without_points() {
        assert_eq!(found("שָׁלוֹם עולם", "שלום"), ["שָׁלוֹם"]);
        assert_eq!(found("خدمةُ العملاء", "خدمة"), ["خدمةُ"]);
        assert_eq!(found("\u{202e}turned\u{202c}", "turned").len(), 1);
    }

    #[test]
    fn places_count_letters_and_not_bytes() {
        let matches = Folded::of("🦀🦀 naïve").find("naive", false);
        assert_eq!((matches[0].start, matches[0].end), (3, 8));
        let matches = Folded::of("ﬁrst ﬁnd").find("find", false);
        assert_eq!(
            (matches[0].start, matches[0].end),
            (5, 8),
            "ﬁ is one letter"
        );
    }

    #[test]
    fn a_query_is_its_words_without_the_signs_around_them() {
        assert_eq!(terms("  “Hours,” (per) WEEK! "), ["hours", "per", "week"]);
        assert_eq!(terms("- , ."), [""; 0]);
        assert_eq!(terms("🦀"), ["🦀"]);
        assert_eq!(terms("twice Twice"), ["twice"]);
    }
}
