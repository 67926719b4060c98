//! Giving a link a person's word.

use crate::document::Chain;
use crate::records::{Confirmation, Ground};
use crate::vocabulary::LinkKind;

use super::{Known, RESTS, link_name, named, rests_on};

/// Confirms a link as it rests now, on this day. Says whether there is such a segment.
pub fn confirm(
    chain: &mut Chain,
    segment: &str,
    link: LinkKind,
    on: &str,
    only_wording: bool,
    known: &Known,
) -> bool {
    let Some(found) = chain.segment(segment) else {
        return false;
    };
    let confirmation = Confirmation {
        link: link_name(segment, link),
        on: on.to_owned(),
        only_wording,
        basis: RESTS.to_owned(),
        rests: rests_on(chain, found, link, known),
    };
    let confirmations = &mut chain.confirmations;
    match confirmations
        .iter_mut()
        .find(|c| c.link == confirmation.link)
    {
        Some(old) => *old = confirmation,
        None => confirmations.push(confirmation),
    }
    true
}

/// Gives each confirmation that says nothing of its basis what its link rests on now.
pub fn fill_bases(chain: &mut Chain, known: &Known) {
    let grounds: Vec<Option<Vec<Ground>>> = chain
        .confirmations
        .iter()
        .map(|confirmation| {
            // Looked for only where it is wanted: an edit finds all but a few filled.
            if !confirmation.basis.is_empty() {
                return None;
            }
            let (segment, link) = named(chain, &confirmation.link)?;
            Some(rests_on(chain, segment, link, known))
        })
        .collect();
    for (confirmation, rests) in chain.confirmations.iter_mut().zip(grounds) {
        if let Some(rests) = rests {
            confirmation.basis = RESTS.to_owned();
            confirmation.rests = rests;
        }
    }
}
