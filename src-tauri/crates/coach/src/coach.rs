//! A coach is the rules together with the words they look for.

use std::sync::LazyLock;

use crate::catalogue::{PACKS, rules};
use crate::context::Context;
use crate::finding::TextFinding;
use crate::kind::TextKind;
use crate::rule::{Hit, Rule};
use crate::text::reading::{GRAMMAR, GRAMMAR_LISTS, Reading};
use crate::words::fault::PackFault;
use crate::words::lexicon::Lexicon;
use crate::words::pack::Shelf;

static STANDARD: LazyLock<Coach> = LazyLock::new(|| match Coach::with_packs(&[]) {
    Ok(coach) => coach,
    // The embedded packs are part of the program; a test reads every one of them.
    Err(fault) => unreachable!("an embedded word pack does not hold: {fault}"),
});

/// The rules with the words they look for.
#[derive(Debug)]
pub struct Coach {
    /// How English is built: function words, amounts, negation.
    grammar: Lexicon,
    /// Each rule with the words of its own pack.
    rules: Vec<(&'static Rule, Lexicon)>,
}

impl Coach {
    /// A coach with a team's own words laid over the embedded ones.
    ///
    /// Each pack is the text of a TOML file. It names the embedded pack it changes in `extends`
    /// (a rule's id, `vague` or `english`) and, per list, what to `add` and to `remove`; under
    /// `[thresholds]` it may replace figures. Packs that build on the changed one follow it.
    ///
    /// ```
    /// use coach::{Coach, Context, TextKind};
    ///
    /// let pack = r#"
    ///     name = "our agency"
    ///     extends = "vague-payoff"
    ///     [lists.vague]
    ///     add = ["turnkey"]
    /// "#;
    /// let coach = Coach::with_packs(&[pack])?;
    /// let text = "Turnkey opening of a shop";
    /// assert_eq!(coach.lint(TextKind::Payoff, text, &Context::default()).len(), 1);
    /// # Ok::<(), coach::PackFault>(())
    /// ```
    ///
    /// # Errors
    /// When a pack is not readable, extends something unknown, removes what is not there, or
    /// leaves a rule without a list it needs.
    pub fn with_packs(packs: &[&str]) -> Result<Self, PackFault> {
        let mut shelf = Shelf::default();
        for pack in PACKS {
            shelf.put(pack)?;
        }
        for pack in packs {
            shelf.lay_over(pack)?;
        }
        let grammar = shelf.lexicon(GRAMMAR)?;
        grammar.holds(GRAMMAR, GRAMMAR_LISTS, &[])?;
        let rules = rules()
            .iter()
            .map(|rule| {
                let lexicon = shelf.lexicon(rule.id)?;
                lexicon.holds(rule.id, rule.needs.lists, rule.needs.thresholds)?;
                Ok((rule, lexicon))
            })
            .collect::<Result<_, PackFault>>()?;
        Ok(Self { grammar, rules })
    }

    /// The coach with the embedded words only.
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// What is weak in one text, in the order of the text. A text of any script and any length
    /// is read; what the coach has no words for is left alone.
    pub fn lint(&self, kind: TextKind, text: &str, context: &Context) -> Vec<TextFinding> {
        let reading = Reading::new(kind, text, &self.grammar);
        let spoken: Vec<(&'static Rule, Vec<Hit>)> = self
            .rules
            .iter()
            .filter(|(rule, _)| rule.kinds.contains(&kind))
            .map(|(rule, lexicon)| (*rule, (rule.check)(&reading, context, lexicon)))
            .filter(|(_, hits)| !hits.is_empty())
            .collect();
        let gives_way = |rule: &Rule, hit: &Hit| {
            spoken.iter().any(|(other, others)| {
                other.silences.contains(&rule.id)
                    || other.outranks.contains(&rule.id)
                        && others.iter().any(|other| other.overlaps(hit))
            })
        };
        let mut findings: Vec<TextFinding> = spoken
            .iter()
            .flat_map(|(rule, hits)| hits.iter().map(move |hit| (*rule, hit)))
            .filter(|(rule, hit)| !gives_way(rule, hit))
            .filter_map(|(rule, hit)| finding(rule, hit, &reading))
            .collect();
        findings.sort_by_key(|finding| (finding.start, finding.end));
        findings
    }
}

fn finding(rule: &Rule, hit: &Hit, reading: &Reading<'_>) -> Option<TextFinding> {
    let (first, last) = (reading.word(hit.first)?, reading.word(hit.last)?);
    Some(TextFinding {
        rule: rule.id.to_owned(),
        level: rule.level,
        start: first.start,
        end: last.end,
        message: hit.message.clone(),
    })
}

/// What is weak in one text, judged with the embedded words. See [`Coach::lint`].
pub fn lint(kind: TextKind, text: &str, context: &Context) -> Vec<TextFinding> {
    Coach::standard().lint(kind, text, context)
}
