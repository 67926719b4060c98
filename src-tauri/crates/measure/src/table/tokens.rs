//! The words inside a column's name.

/// The words of a name in lower case, parted at separators and at humps: `customerID` is `customer`,
/// `id`; `Last_Notable-Activity2` is `last`, `notable`, `activity2`.
pub fn tokens(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = name.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        if !letter.is_alphanumeric() {
            words.push(std::mem::take(&mut word));
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        // A hump is aB; and in HTTPServer the S, for the lower case letter that follows it.
        let hump = letter.is_uppercase()
            && (before.is_some_and(|c| c.is_lowercase())
                || before.is_some_and(|c| c.is_uppercase())
                    && after.is_some_and(|c| c.is_lowercase()));
        if hump {
            words.push(std::mem::take(&mut word));
        }
        word.extend(letter.to_lowercase());
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_part_at_separators_and_humps() {
        for (name, wanted) in [
            ("customerID", vec!["customer", "id"]),
            ("Prospect ID", vec!["prospect", "id"]),
            ("HTTPServerName", vec!["http", "server", "name"]),
            ("is_churned-2", vec!["is", "churned", "2"]),
            ("Größe", vec!["größe"]),
            ("__", vec![]),
        ] {
            assert_eq!(tokens(name), wanted, "{name}");
        }
    }
}
