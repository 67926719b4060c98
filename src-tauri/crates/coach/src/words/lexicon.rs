//! The words one rule looks for, ready to be found in a text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::fault::PackFault;
use super::list::{Entries, List};

/// A pack, compiled.
#[derive(Debug)]
pub(crate) struct Lexicon {
    lists: BTreeMap<String, List>,
    thresholds: BTreeMap<String, u32>,
}

impl Lexicon {
    /// Compiles every list of a pack.
    pub(crate) fn compile(
        pack: &str,
        entries: &Entries,
        thresholds: BTreeMap<String, u32>,
    ) -> Result<Self, PackFault> {
        let lists = entries
            .iter()
            .map(|(name, list)| match List::compile(list, entries) {
                Ok(list) => Ok((name.clone(), list)),
                Err(entry) => Err(PackFault::BadPattern {
                    pack: pack.to_owned(),
                    list: name.clone(),
                    entry: entry.to_owned(),
                }),
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { lists, thresholds })
    }

    /// Makes sure that everything a rule reads is there, so that looking it up cannot miss.
    pub(crate) fn holds(
        &self,
        pack: &str,
        lists: &[&str],
        thresholds: &[&str],
    ) -> Result<(), PackFault> {
        let list = lists.iter().find(|name| !self.lists.contains_key(**name));
        let threshold = thresholds
            .iter()
            .find(|name| !self.thresholds.contains_key(**name));
        match list.or(threshold) {
            None => Ok(()),
            Some(name) => Err(PackFault::Missing {
                pack: pack.to_owned(),
                name: (*name).to_owned(),
            }),
        }
    }

    /// A list by name. Names are vouched for by [`Lexicon::holds`].
    pub(crate) fn list(&self, name: &str) -> &List {
        static NONE: LazyLock<List> = LazyLock::new(List::default);
        self.lists.get(name).unwrap_or(&NONE)
    }

    /// A threshold by name, in the unit its pack says. Names are vouched for by
    /// [`Lexicon::holds`].
    pub(crate) fn threshold(&self, name: &str) -> usize {
        self.thresholds
            .get(name)
            .map_or(0, |&figure| figure as usize)
    }
}
