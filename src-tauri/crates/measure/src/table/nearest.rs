//! Which name was probably meant.

/// The name most like `wanted`, if one is near enough to be a slip: case and separators count for
/// nothing, and at most a third of the letters may differ.
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer names are no slips of the keyboard, and the distance is quadratic.
    const LONGEST: usize = 80;
    let plain = plain(wanted);
    if plain.is_empty() || plain.len() > LONGEST {
        return None;
    }
    let near = names.into_iter().filter_map(|name| {
        let other = self::plain(name);
        (other.len() <= LONGEST).then(|| (distance(&plain, &other), name))
    });
    let (steps, name) = near.min_by_key(|(steps, _)| *steps)?;
    (steps <= plain.len() / 3).then_some(name)
}

fn plain(name: &str) -> Vec<char> {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Levenshtein distance: the fewest insertions, deletions and replacements.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        row[0] = left;
        for (to, above) in b.iter().zip(row.iter_mut().skip(1)) {
            let replaced = corner + usize::from(from != to);
            corner = *above;
            left = replaced.min(left + 1).min(corner + 1);
            *above = left;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_none() {
        let names = ["customerID", "Contract", "MonthlyCharges", "TotalCharges"];
        assert_eq!(nearest("contract", names), Some("Contract"));
        assert_eq!(nearest("monthly_charges", names), Some("MonthlyCharges"));
        assert_eq!(nearest("Contarct", names), Some("Contract"));
        assert_eq!(nearest("country", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(distance(&['a', 'b'], &[]), 2);
    }
}
