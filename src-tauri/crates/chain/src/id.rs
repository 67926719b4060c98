//! The names that records are known by: `[a-z0-9][a-z0-9_-]{0,63}`.

/// Longest id, in characters.
pub const LONGEST: usize = 64;

/// Whether a text may serve as an id.
pub fn is_id(text: &str) -> bool {
    let mut bytes = text.bytes();
    let Some(first) = bytes.next() else {
        return false;
    };
    text.len() <= LONGEST
        && (first.is_ascii_lowercase() || first.is_ascii_digit())
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

/// An id that reads like a name: `HR teams, 200–1,000 people` gives `hr-teams-200-1-000-people`.
///
/// Letters outside ASCII are left out; a name with none inside gives an empty text, and the caller
/// chooses an id of another kind.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if out.len() >= 48 {
            break;
        }
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// The first of `base`, `base-2`, `base-3` … that is not taken.
pub fn free(base: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(base) {
        return base.to_owned();
    }
    (2u32..)
        .map(|n| format!("{base}-{n}"))
        .find(|candidate| !taken(candidate))
        .unwrap_or_else(|| base.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_plain() {
        for good in ["a", "0", "mid-hr", "a_b-c9", &"x".repeat(64)] {
            assert!(is_id(good), "{good} is an id");
        }
        for bad in ["", "-a", "_a", "A", "é", "a b", &"x".repeat(65)] {
            assert!(!is_id(bad), "{bad} is none");
        }
    }

    #[test]
    fn a_slug_of_any_name_is_empty_or_an_id() {
        for name in [
            "HR teams, 200–1,000 people",
            "  ",
            "日本",
            "Ünïcode!!",
            &"word ".repeat(40),
        ] {
            let slug = slug(name);
            assert!(slug.is_empty() || is_id(&slug), "{name} gave {slug}");
        }
        assert_eq!(
            slug("HR teams, 200–1,000 people"),
            "hr-teams-200-1-000-people"
        );
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        assert_eq!(
            free("churn", |id| ["churn", "churn-2"].contains(&id)),
            "churn-3"
        );
    }
}
