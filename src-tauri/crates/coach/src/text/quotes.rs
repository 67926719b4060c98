//! Which characters of a text stand in quotation marks: “so”, "so", ‘so’, «so», „so“, 「so」.

/// For each character, whether it stands between an opening mark and its closing one. A mark
/// that is never closed quotes nothing.
pub(crate) fn quoted(chars: &[char]) -> Vec<bool> {
    let mut inside = vec![false; chars.len()];
    let mut open: [Option<usize>; 4] = [None; 4];
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let after = chars.get(at + 1).copied();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        // „…“ closes with the mark that opens “…”, so an open one decides.
        let (kind, closes) = match c {
            '"' | '“' | '”' | '„' | '‟' | '＂' => (0, open[0].is_some()),
            '«' | '»' => (1, open[1].is_some()),
            '「' | '」' | '『' | '』' => (2, open[2].is_some()),
            '\'' | '‘' | '’' | '‚' | '‹' | '›' => {
                // Between two letters it is an apostrophe; after one, it can only close.
                let (left, right) = (is_letter(before), is_letter(after));
                let (apostrophe, cannot_open) = (left && right, left || !right);
                if apostrophe || open[3].is_none() && cannot_open {
                    continue;
                }
                (3, open[3].is_some())
            }
            _ => continue,
        };
        if let (true, Some(start)) = (closes, open[kind]) {
            inside[start..at].fill(true);
            open[kind] = None;
        } else {
            open[kind] = Some(at);
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::quoted;

    fn in_quotes(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let inside = quoted(&chars);
        chars
            .iter()
            .zip(inside)
            .filter(|(c, inside)| *inside && c.is_alphanumeric())
            .map(|(c, _)| *c)
            .collect()
    }

    #[test]
    fn every_style_of_quotation_mark_is_known() {
        for text in [
            "a “b” c",
            "a \"b\" c",
            "a ‘b’ c",
            "a «b» c",
            "a „b“ c",
            "a 「b」 c",
            "a 'b' c",
        ] {
            assert_eq!(in_quotes(text), "b", "{text}");
        }
    }

    #[test]
    fn an_apostrophe_or_a_lone_mark_quotes_nothing() {
        for text in ["the owners' boat isn’t his", "5' tall", "a “b", "it's \"c"] {
            assert_eq!(in_quotes(text), "", "{text}");
        }
    }
}
