//! A word list, compiled: single words and phrases, found at a place in a text.
//!
//! An entry is one or more elements with spaces between. An element is `word`, `word~` (any form
//! of a verb or noun), `word+` (a noun and its plural), `word^` (any form of an adjective), `<list>` (any single word of another
//! list of the pack), or several of these with `|` between; `?` at its end makes it optional. `*`
//! stands for any one word; an entry does not begin with it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::inflection;
use crate::text::word::Word;

/// The entries of every list of a pack, as written.
pub(crate) type Entries = BTreeMap<String, Vec<String>>;

/// A compiled list.
#[derive(Debug, Default)]
pub(crate) struct List {
    /// Entries of one word, in all their forms.
    single: HashSet<String>,
    /// Longer entries, under each form of their first word.
    phrases: HashMap<String, Vec<usize>>,
    /// What each longer entry asks for after its first word.
    rest: Vec<Vec<Element>>,
}

#[derive(Debug, Clone)]
struct Element {
    forms: HashSet<String>,
    /// Whether any word at all will do.
    any: bool,
    optional: bool,
}

impl List {
    /// Compiles the entries of one list. Gives back the entry that is no pattern, if there is one.
    pub(crate) fn compile<'a>(entries: &'a [String], all: &Entries) -> Result<Self, &'a str> {
        let mut list = Self::default();
        for entry in entries {
            let elements = entry
                .split_whitespace()
                .map(|element| Element::parse(element, all))
                .collect::<Option<Vec<_>>>()
                .ok_or(entry.as_str())?;
            let (first, rest) = elements.split_first().ok_or(entry.as_str())?;
            if first.optional || first.any {
                return Err(entry);
            }
            if rest.is_empty() {
                list.single.extend(first.forms.iter().cloned());
                continue;
            }
            for form in &first.forms {
                list.phrases
                    .entry(form.clone())
                    .or_default()
                    .push(list.rest.len());
            }
            list.rest.push(rest.to_vec());
        }
        Ok(list)
    }

    /// Whether the word itself is listed.
    pub(crate) fn has(&self, word: &Word) -> bool {
        self.single.contains(&word.folded)
    }

    /// How many words the longest entry takes that begins at `at`; none if no entry does. A
    /// phrase does not run over a comma or the end of a sentence.
    pub(crate) fn at(&self, words: &[Word], at: usize) -> Option<usize> {
        let first = words.get(at)?;
        let single = self.single.contains(&first.folded).then_some(1);
        let longest = self
            .phrases
            .get(&first.folded)
            .into_iter()
            .flatten()
            .filter_map(|&index| taken(self.rest.get(index)?, words, at + 1))
            .max()
            .map(|end| end - at);
        longest.max(single)
    }
}

/// Where a match of the elements ends that begins at `at`, taking optional ones when they fit.
fn taken(elements: &[Element], words: &[Word], at: usize) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else {
        return Some(at);
    };
    let fits = words
        .get(at)
        .is_some_and(|word| word.follows_closely() && element.fits(word));
    let with = fits.then(|| taken(rest, words, at + 1)).flatten();
    let without = element.optional.then(|| taken(rest, words, at)).flatten();
    with.max(without)
}

impl Element {
    fn parse(text: &str, all: &Entries) -> Option<Self> {
        let (text, optional) = match text.strip_suffix('?') {
            Some(text) => (text, true),
            None => (text, false),
        };
        let mut forms = HashSet::new();
        if text == "*" {
            return Some(Self {
                forms,
                any: true,
                optional,
            });
        }
        for choice in text.split('|') {
            if let Some(name) = choice.strip_prefix('<').and_then(|c| c.strip_suffix('>')) {
                for entry in all.get(name)?.iter().filter(|entry| !entry.contains(' ')) {
                    // A list that is referred to is plain words; it refers no further.
                    forms.extend(
                        entry
                            .split('|')
                            .map(expand)
                            .collect::<Option<Vec<_>>>()?
                            .concat(),
                    );
                }
            } else {
                forms.extend(expand(choice)?);
            }
        }
        Some(Self {
            forms,
            any: false,
            optional,
        })
    }

    fn fits(&self, word: &Word) -> bool {
        self.any || self.forms.contains(&word.folded)
    }
}

fn expand(choice: &str) -> Option<Vec<String>> {
    let forms = if let Some(base) = choice.strip_suffix('~') {
        inflection::verb_or_noun(base)
    } else if let Some(base) = choice.strip_suffix('+') {
        inflection::noun(base)
    } else if let Some(base) = choice.strip_suffix('^') {
        inflection::adjective(base)
    } else {
        vec![choice.to_owned()]
    };
    let readable = |form: &String| {
        !form.is_empty()
            && form
                .chars()
                .all(|c| c.is_alphanumeric() || "'%€$£¥#".contains(c))
    };
    forms.iter().all(readable).then_some(forms)
}
