//! The forms an English word takes. Generous on purpose: a form that nobody writes costs nothing,
//! a form that is missed is a finding that is missed.

/// The forms of a verb or a noun: `save` gives `saves`, `saved`, `saving`; `optimise` also gives
/// the spellings with `z`.
pub(crate) fn verb_or_noun(base: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for stem in spellings(base) {
        forms.push(stem.clone());
        if let Some(short) = stem.strip_suffix('e') {
            forms.extend([
                format!("{stem}s"),
                format!("{stem}d"),
                format!("{short}ing"),
            ]);
        } else if let Some(short) = consonant_y(&stem) {
            forms.extend([
                format!("{short}ies"),
                format!("{short}ied"),
                format!("{stem}ing"),
            ]);
        } else {
            let plural = if is_sibilant(&stem) { "es" } else { "s" };
            forms.push(format!("{stem}{plural}"));
            for ending in ["ed", "ing"] {
                forms.push(format!("{stem}{ending}"));
                forms.extend(doubled(&stem).map(|stem| format!("{stem}{ending}")));
            }
        }
    }
    forms
}

/// A noun and its plural: `train` gives `trains`, and not `training`.
pub(crate) fn noun(base: &str) -> Vec<String> {
    let plural = match consonant_y(base) {
        Some(short) => format!("{short}ies"),
        None if is_sibilant(base) => format!("{base}es"),
        None => format!("{base}s"),
    };
    vec![base.to_owned(), plural]
}

fn is_sibilant(base: &str) -> bool {
    base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh")
}

/// The forms of an adjective: `easy` gives `easier`, `easiest`, `easily`.
pub(crate) fn adjective(base: &str) -> Vec<String> {
    let mut forms = vec![base.to_owned()];
    if let Some(short) = consonant_y(base) {
        forms.extend(["ier", "iest", "ily"].map(|ending| format!("{short}{ending}")));
    } else if let Some(short) = base.strip_suffix("le") {
        forms.extend(["ler", "lest", "ly"].map(|ending| format!("{short}{ending}")));
    } else if base.ends_with('e') {
        forms.extend(["r", "st", "ly"].map(|ending| format!("{base}{ending}")));
    } else {
        forms.extend(["er", "est", "ly"].map(|ending| format!("{base}{ending}")));
        if let Some(stem) = doubled(base) {
            forms.extend(["er", "est"].map(|ending| format!("{stem}{ending}")));
        }
    }
    forms
}

/// The British spelling and, where it differs, the American one.
fn spellings(base: &str) -> Vec<String> {
    let mut all = vec![base.to_owned()];
    for (british, american) in [("ise", "ize"), ("isation", "ization"), ("our", "or")] {
        if let Some(stem) = base.strip_suffix(british) {
            all.push(format!("{stem}{american}"));
        }
    }
    all
}

fn consonant_y(base: &str) -> Option<&str> {
    let short = base.strip_suffix('y')?;
    (!short.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(short)
}

/// The stem with its last consonant doubled, where a short vowel stands before it (`cut`, `big`).
fn doubled(base: &str) -> Option<String> {
    let mut letters = base.chars().rev();
    let (last, vowel, first) = (letters.next()?, letters.next()?, letters.next()?);
    let is_vowel = |letter: char| "aeiou".contains(letter);
    (!is_vowel(last) && !"wxy".contains(last) && is_vowel(vowel) && !is_vowel(first))
        .then(|| format!("{base}{last}"))
}

#[cfg(test)]
mod tests {
    use super::{adjective, noun, verb_or_noun};

    #[test]
    fn verbs_take_their_endings_in_both_spellings() {
        let forms = verb_or_noun("optimise");
        for form in [
            "optimise",
            "optimises",
            "optimised",
            "optimizing",
            "optimized",
        ] {
            assert!(forms.iter().any(|known| known == form), "{form} is missing");
        }
        assert!(verb_or_noun("cut").contains(&"cutting".to_owned()));
        assert!(verb_or_noun("simplify").contains(&"simplifies".to_owned()));
        assert!(verb_or_noun("boss").contains(&"bosses".to_owned()));
    }

    #[test]
    fn a_noun_takes_its_plural_and_no_verbs_endings() {
        assert_eq!(noun("train"), ["train", "trains"]);
        assert_eq!(noun("batch"), ["batch", "batches"]);
        assert_eq!(noun("agency"), ["agency", "agencies"]);
    }

    #[test]
    fn adjectives_compare_and_become_adverbs() {
        for (base, form) in [
            ("easy", "easier"),
            ("easy", "easily"),
            ("simple", "simpler"),
            ("simple", "simply"),
            ("big", "bigger"),
            ("fast", "fastest"),
            ("safe", "safer"),
        ] {
            assert!(
                adjective(base).contains(&form.to_owned()),
                "{base} → {form}"
            );
        }
        assert!(!adjective("fast").contains(&"fasting".to_owned()));
    }
}
