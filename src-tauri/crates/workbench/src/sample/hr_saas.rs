//! The leads of the HR sample: who left an address from September 2025 to October 2026, and what
//! became of it.

use jiff::civil::{Date, date};

use super::dice::Dice;
use super::sheet::{Sheet, day, yes};

/// The first day of the table.
const START: Date = date(2025, 9, 1);
/// Days up to its last one, 31 October 2026.
const DAYS: u64 = 426;
/// Sales has judged a lead after 21 days; a contract is half a year old after 183.
const JUDGED_DAYS: u64 = 21;
const HALF_YEAR: u64 = 183;

/// How one offer drew its leads.
struct Offer {
    asked_for: &'static str,
    /// From which day to which it ran.
    days: (u64, u64),
    leads: u64,
    sources: &'static [(u64, &'static str)],
    roles: &'static [(u64, &'static str)],
    /// Of a thousand leads: companies below 50 people, 50–199, 200–1,000, above.
    sizes: [u64; 4],
    /// Of a thousand, how many pay from a separate program, and from the HR system.
    separate: u64,
    inside: u64,
    /// Of a thousand, how many sales accepts: leads with the need, and others.
    accepted: (u64, u64),
    /// Of a thousand accepted, how many activate: with the need, and others.
    activated: (u64, u64),
}

const OFFERS: [Offer; 4] = [
    Offer {
        asked_for: "HR trend report",
        days: (0, 209),
        leads: 4_520,
        sources: &[(71, "LinkedIn ad"), (19, "Newsletter"), (10, "Search")],
        roles: &[
            (22, "HR generalist"),
            (16, "HR manager"),
            (5, "Payroll specialist"),
            (9, "Managing director"),
            (17, "Consultant"),
            (14, "Student"),
            (13, "Recruiter"),
            (4, "Payroll bureau"),
        ],
        sizes: [430, 250, 210, 110],
        separate: 300,
        inside: 420,
        accepted: (405, 315),
        activated: (480, 290),
    },
    Offer {
        asked_for: "Payroll check",
        days: (245, 425),
        leads: 906,
        sources: &[(44, "Search"), (31, "Partner"), (25, "Round table")],
        roles: &[
            (34, "HR generalist"),
            (21, "HR manager"),
            (30, "Payroll specialist"),
            (6, "Managing director"),
            (4, "Consultant"),
            (5, "Payroll bureau"),
        ],
        sizes: [90, 230, 600, 80],
        separate: 720,
        inside: 110,
        accepted: (490, 345),
        activated: (620, 400),
    },
    Offer {
        asked_for: "Demo",
        days: (0, 425),
        leads: 588,
        sources: &[(48, "Search"), (30, "Referral"), (22, "Partner")],
        roles: &[
            (32, "HR generalist"),
            (26, "HR manager"),
            (17, "Payroll specialist"),
            (15, "Managing director"),
            (5, "Consultant"),
            (5, "Payroll bureau"),
        ],
        sizes: [200, 300, 390, 110],
        separate: 480,
        inside: 290,
        accepted: (515, 340),
        activated: (580, 410),
    },
    Offer {
        asked_for: "Webinar",
        days: (30, 400),
        leads: 642,
        sources: &[(55, "Newsletter"), (30, "LinkedIn ad"), (15, "Partner")],
        roles: &[
            (31, "HR generalist"),
            (22, "HR manager"),
            (12, "Payroll specialist"),
            (4, "Managing director"),
            (14, "Consultant"),
            (7, "Student"),
            (7, "Recruiter"),
            (3, "Payroll bureau"),
        ],
        sizes: [280, 290, 310, 120],
        separate: 380,
        inside: 380,
        accepted: (430, 285),
        activated: (520, 330),
    },
];

const COUNTRIES: &[(u64, &str)] = &[
    (38, "Germany"),
    (11, "Austria"),
    (9, "Switzerland"),
    (18, "Netherlands"),
    (13, "Belgium"),
    (11, "Denmark"),
];

const SYSTEMS: &[(u64, &str)] = &[(56, "Cloud HR system"), (24, "On our own server")];
const SYSTEMS_OF_SMALL_ONES: &[(u64, &str)] =
    &[(34, "Cloud HR system"), (50, "Spreadsheet"), (16, "None")];

const REASONS: &[(u64, &str)] = &[
    (38, "No problem named"),
    (26, "Too small"),
    (21, "One system"),
    (15, "No budget"),
];

/// The table as CSV.
pub(super) fn table() -> String {
    let mut dice = Dice::new(187);
    let mut leads: Vec<(u64, Vec<String>)> = Vec::new();
    for offer in &OFFERS {
        for _ in 0..offer.leads {
            let on = dice.between(offer.days.0, offer.days.1);
            leads.push((on, lead(&mut dice, offer, on)));
        }
    }
    leads.sort_by_key(|(on, _)| *on);
    let mut sheet = Sheet::new(&[
        "lead_id",
        "asked_on",
        "asked_for",
        "source",
        "employees",
        "country",
        "role",
        "hr_system",
        "payroll",
        "corrections_last_month",
        "sales_accepted",
        "declined_because",
        "activated",
        "signed",
        "deal_days",
        "churned",
    ]);
    for (number, (_, cells)) in leads.into_iter().enumerate() {
        let id = format!("L-{}", 20_001 + number);
        sheet.line(&[vec![id], cells].concat());
    }
    sheet.text()
}

/// The cells of one lead after the id.
fn lead(dice: &mut Dice, offer: &Offer, on: u64) -> Vec<String> {
    let role = dice.one_of(offer.roles);
    let buys_nothing = matches!(role, "Student" | "Consultant" | "Recruiter");
    let employees = size(dice, offer.sizes);
    let payroll = payroll(dice, offer);
    let runs_payroll = matches!(role, "HR generalist" | "HR manager" | "Payroll specialist");
    let needs_it =
        runs_payroll && payroll == "Separate program" && (200..=1000).contains(&employees);
    let (accepts, activates) = match (buys_nothing, needs_it) {
        (true, _) => (70, 120),
        (_, true) => (offer.accepted.0, offer.activated.0),
        _ => (offer.accepted.1, offer.activated.1),
    };
    let judged = on + JUDGED_DAYS < DAYS;
    let accepted = judged && dice.happens(accepts);
    let activated = accepted && dice.happens(activates);
    let deal_days = if needs_it {
        dice.between(14, 34) + dice.between(6, 32)
    } else {
        dice.between(20, 70) + dice.between(10, 62)
    };
    let signs = dice.happens(if needs_it { 560 } else { 430 });
    let signed = activated && signs && on + deal_days < DAYS;
    let leaves = dice.happens(if needs_it { 70 } else { 190 });
    let of_age = signed && on + deal_days + HALF_YEAR < DAYS;
    // Only the payroll check asks how many corrections there were.
    let corrections = match (offer.asked_for, needs_it) {
        ("Payroll check", true) => dice.between(5, 23).to_string(),
        ("Payroll check", false) => dice.between(0, 12).to_string(),
        _ => String::new(),
    };
    let reason = dice.one_of(REASONS);
    let hr_system = dice.one_of(if employees < 50 {
        SYSTEMS_OF_SMALL_ONES
    } else {
        SYSTEMS
    });
    [
        day(START, on).as_str(),
        offer.asked_for,
        dice.one_of(offer.sources),
        &if dice.happens(25) {
            String::new()
        } else {
            employees.to_string()
        },
        dice.one_of(COUNTRIES),
        role,
        hr_system,
        payroll,
        &corrections,
        if judged { yes(accepted) } else { "" },
        match (judged && !accepted, buys_nothing) {
            (false, _) => "",
            (_, true) => "Buys nothing",
            (_, false) => reason,
        },
        if accepted { yes(activated) } else { "" },
        if activated { yes(signed) } else { "" },
        &if signed {
            deal_days.to_string()
        } else {
            String::new()
        },
        if of_age { yes(leaves) } else { "" },
    ]
    .map(str::to_owned)
    .to_vec()
}

fn size(dice: &mut Dice, sizes: [u64; 4]) -> u64 {
    let [small, growing, middle, large] = sizes;
    match dice.one_of(&[
        (small, "small"),
        (growing, "growing"),
        (middle, "middle"),
        (large, "large"),
    ]) {
        "small" => dice.between(4, 49),
        "growing" => dice.between(50, 199),
        "middle" => dice.between(200, 1000),
        _ => dice.between(1001, 9000),
    }
}

fn payroll(dice: &mut Dice, offer: &Offer) -> &'static str {
    let rest = 1000 - offer.separate - offer.inside;
    dice.one_of(&[
        (offer.separate, "Separate program"),
        (offer.inside, "In the HR system"),
        (rest / 2, "Bureau"),
        (rest - rest / 2, "Does not know"),
    ])
}
