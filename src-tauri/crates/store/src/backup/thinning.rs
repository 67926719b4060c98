//! Which backups can go: many of the last days, fewer of the months before.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::backup::Kept;

/// The newest ones stay, however close together.
const NEWEST: usize = 5;
/// Of so many days, weeks and months that have a backup, the newest of each stays.
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;

/// The backups that can go. The newest is never among them.
///
/// Newer means a higher sequence number; days, weeks and months are those in the names. A clock
/// that jumped therefore makes a period too many or too few, and never loses the newest.
pub fn thinned(all: &[Kept]) -> Vec<&Kept> {
    let mut newest_first: Vec<&Kept> = all.iter().collect();
    newest_first.sort_by_key(|kept| std::cmp::Reverse(kept.sequence));
    let mut days = Periods::of(DAYS);
    let mut weeks = Periods::of(WEEKS);
    let mut months = Periods::of(MONTHS);
    let mut going = Vec::new();
    for (place, kept) in newest_first.into_iter().enumerate() {
        let day = kept.at.to_zoned_datetime(TimeZone::UTC).date();
        let week = day.iso_week_date();
        // All three are asked: a backup that stands for its day stands for its month too.
        let stays = [
            days.takes(Period::Day(day)),
            weeks.takes(Period::Week(week.year(), week.week())),
            months.takes(Period::Month(day.year(), day.month())),
            place < NEWEST,
        ];
        if !stays.contains(&true) {
            going.push(kept);
        }
    }
    going
}

#[derive(PartialEq)]
enum Period {
    Day(Date),
    Week(i16, i8),
    Month(i16, i8),
}

/// Periods that have their backup, and how many more may have one.
struct Periods {
    met: Vec<Period>,
    most: usize,
}

impl Periods {
    fn of(most: usize) -> Self {
        Self {
            met: Vec::new(),
            most,
        }
    }

    /// Whether this is the first of its period, and the period one of the latest.
    fn takes(&mut self, period: Period) -> bool {
        if self.met.len() == self.most || self.met.contains(&period) {
            return false;
        }
        self.met.push(period);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kept(sequence: u64, at: &str) -> Kept {
        Kept {
            path: format!("{sequence}").into(),
            sequence,
            at: at.parse().unwrap(),
        }
    }

    /// One backup an hour for two years.
    fn hourly() -> Vec<Kept> {
        let start: jiff::Timestamp = "2025-01-01T00:30:00Z".parse().unwrap();
        (1..=2 * 365 * 24)
            .map(|n| Kept {
                path: format!("{n}").into(),
                sequence: n,
                at: start + jiff::Span::new().hours(n as i64),
            })
            .collect()
    }

    #[test]
    fn two_years_of_hourly_backups_thin_to_days_weeks_and_months() {
        let all = hourly();
        let staying = all.len() - thinned(&all).len();
        assert!((DAYS + WEEKS + MONTHS - 3..=NEWEST + DAYS + WEEKS + MONTHS).contains(&staying));
    }

    #[test]
    fn thinning_again_lets_nothing_more_go() {
        let mut all = hourly();
        let going: Vec<u64> = thinned(&all).iter().map(|kept| kept.sequence).collect();
        all.retain(|kept| !going.contains(&kept.sequence));
        assert!(thinned(&all).is_empty());
    }

    #[test]
    fn a_clock_set_back_does_not_make_the_newest_old() {
        let mut all: Vec<Kept> = (1..=50).map(|n| kept(n, "2026-11-01T10:00:00Z")).collect();
        all.push(kept(51, "1999-01-01T00:00:00Z"));
        let going = thinned(&all);
        assert!(
            going.iter().all(|kept| kept.sequence != 51),
            "the newest stays"
        );
        assert!(
            going.iter().any(|kept| kept.sequence == 1),
            "the oldest of that day goes"
        );
    }

    proptest! {
        #[test]
        fn the_newest_five_stay_whatever_the_clock_did(
            hours in prop::collection::vec(-20_000_i64..20_000, 1..80)
        ) {
            let start: jiff::Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
            let all: Vec<Kept> = hours
                .iter()
                .enumerate()
                .map(|(n, hours)| Kept {
                    path: format!("{n}").into(),
                    sequence: n as u64,
                    at: start + jiff::Span::new().hours(*hours),
                })
                .collect();
            let first_kept = all.len().saturating_sub(NEWEST) as u64;
            prop_assert!(thinned(&all).iter().all(|kept| kept.sequence < first_kept));
        }
    }
}
