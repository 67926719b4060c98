//! Packs: word lists and thresholds as data, each building on another.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fault::PackFault;
use super::lexicon::Lexicon;
use super::list::Entries;

/// A pack as its file writes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    name: String,
    #[serde(default)]
    extends: String,
    #[serde(default)]
    thresholds: BTreeMap<String, u32>,
    #[serde(default)]
    lists: BTreeMap<String, Change>,
}

/// What a pack does to one list of its base.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Change {
    add: Vec<String>,
    remove: Vec<String>,
}

/// A pack with everything it builds on.
#[derive(Debug, Clone, Default)]
struct Resolved {
    thresholds: BTreeMap<String, u32>,
    lists: Entries,
}

/// The packs at hand, by name. A pack stands behind those it extends, so there are no circles.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    packs: BTreeMap<String, Vec<Pack>>,
}

impl Shelf {
    /// Puts an embedded pack on the shelf, behind the one it extends.
    pub(crate) fn put(&mut self, text: &str) -> Result<(), PackFault> {
        let pack: Pack = toml::from_str(text)?;
        if !pack.extends.is_empty() && !self.packs.contains_key(&pack.extends) {
            return Err(unknown_base(pack));
        }
        self.packs.insert(pack.name.clone(), vec![pack]);
        Ok(())
    }

    /// Lays a team's pack over the one it extends; whatever builds on that one follows.
    pub(crate) fn lay_over(&mut self, text: &str) -> Result<(), PackFault> {
        let pack: Pack = toml::from_str(text)?;
        match self.packs.get_mut(&pack.extends) {
            Some(layers) => layers.push(pack),
            None => return Err(unknown_base(pack)),
        }
        Ok(())
    }

    /// The words and thresholds of a pack, with everything it builds on.
    pub(crate) fn lexicon(&self, name: &str) -> Result<Lexicon, PackFault> {
        let resolved = self.resolve(name)?;
        Lexicon::compile(name, &resolved.lists, resolved.thresholds)
    }

    fn resolve(&self, name: &str) -> Result<Resolved, PackFault> {
        let mut resolved = Resolved::default();
        for (depth, pack) in self.packs.get(name).into_iter().flatten().enumerate() {
            if depth == 0 && !pack.extends.is_empty() {
                resolved = self.resolve(&pack.extends)?;
            }
            pack.apply(&mut resolved)?;
        }
        Ok(resolved)
    }
}

impl Pack {
    fn apply(&self, resolved: &mut Resolved) -> Result<(), PackFault> {
        resolved.thresholds.extend(self.thresholds.clone());
        for (list, change) in &self.lists {
            let entries = resolved.lists.entry(list.clone()).or_default();
            for entry in &change.remove {
                let before = entries.len();
                entries.retain(|known| known != entry);
                if entries.len() == before {
                    return Err(PackFault::NothingToRemove {
                        pack: self.name.clone(),
                        list: list.clone(),
                        entry: entry.clone(),
                    });
                }
            }
            entries.extend(change.add.iter().cloned());
        }
        Ok(())
    }
}

fn unknown_base(pack: Pack) -> PackFault {
    PackFault::UnknownBase {
        pack: pack.name,
        extends: pack.extends,
    }
}
