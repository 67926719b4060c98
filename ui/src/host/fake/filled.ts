/** A filled workbook over the made-up table, for tests and for looking at the places. */
import { applied, blankChain, blankParts } from "./records";
import type { FakeBook } from "./desk";

export function filled(): FakeBook {
  const chain = applied(blankChain(), {
    offering: { name: "Steadyline", category: "home internet plan", summary: "" },
    datasets: [
      { id: "customers", unit: "customer", key: "customer_id", as_of: "2026-11-23" },
    ],
    decisions: [
      {
        id: "decision-q1",
        question: "Where does the Q1 retention budget go?",
        options: ["Call new fibre customers", "Discount for longer contracts"],
        dimensions: [],
        owner: "Mira",
        due: "2027-01-31",
      },
      { id: "decision-price", question: "Do we keep the two-year price?", owner: "Jonas" },
    ],
    metrics: [
      {
        id: "churn",
        name: "Churn",
        dataset: "customers",
        better: "lower",
        threshold: 0.02,
        formula: { rate: { where: { column: "churn", op: "eq", value: "Yes" } } },
      },
      {
        id: "paperless",
        name: "Paperless billing",
        dataset: "customers",
        stage: "early",
        threshold: 0.05,
        partner: "churn",
        formula: { rate: { where: { column: "paperless", op: "eq", value: true } } },
      },
      {
        id: "one-year",
        name: "One-year offer opened",
        dataset: "customers",
        stage: "early",
        threshold: 0.05,
        formula: { rate: { where: { column: "gender", op: "eq", value: "Female" } } },
      },
      {
        id: "stayed",
        name: "Stayed past a year",
        dataset: "customers",
        threshold: 0.05,
        formula: { rate: { where: { column: "tenure", op: "ge", value: 12 } } },
      },
    ],
    segments: [
      {
        id: "new-fibre",
        name: "New fibre households on a monthly contract",
        role: "primary",
        dataset: "customers",
        decision: "decision-q1",
        kinds: ["behavioural", "lifecycle"],
        purpose: ["prioritise", "act"],
        rule: {
          all: [
            { column: "contract", op: "eq", value: "Month-to-month" },
            { column: "tenure", op: "le", value: 24 },
            {
              any: [
                { column: "internet", op: "in", value: ["Fibre", "DSL"] },
                { column: "internet", op: "is_blank" },
              ],
            },
            { not: { segment: "two-year" } },
          ],
        },
        decides_by: {
          urgency: { score: 4, note: "They compare offers in the first eight weeks" },
          willingness_to_pay: { score: 2, note: "" },
          risk_sensitivity: { score: 4, note: "Fear of a lock-in they cannot leave" },
        },
        reach: ["Set-up call in week one", "Installer visit"],
        for: ["Households that work from home"],
        not_for: ["Second homes, used some weeks a year"],
        actions: ["message", "sales_priority"],
        value: {
          jobs: [
            { id: "job-1", text: "Keep the house online on working days", kind: "functional" },
            { id: "job-2", text: "Be up and running from the first evening", kind: "emotional" },
          ],
          pains: [
            {
              id: "pain-1",
              text: "A dropped call in front of a client, and nobody to ring",
              job: "job-1",
              severity: 4,
            },
            { id: "pain-2", text: "Bills that change every month", job: "job-1", severity: 3 },
            {
              id: "pain-3",
              text: "The installer takes a working day, and nothing is easier afterwards",
              job: "job-2",
              severity: 2,
            },
          ],
          payoffs: [
            {
              id: "payoff-1",
              text: "No dropped call in the first 30 working days",
              pain: "pain-1",
              kind: "risk",
              quantity: 0,
              unit: "dropped calls",
              horizon_days: 30,
            },
            {
              id: "payoff-2",
              text: "Online the same evening, installed in 40 minutes, faster than any rival",
              pain: "pain-3",
              kind: "time",
              quantity: 40,
              unit: "minutes",
              horizon_days: 1,
            },
          ],
          features: [
            { id: "feature-1", text: "4G backup in the router", payoff: "payoff-1" },
            { id: "feature-2", text: "Router set up before it ships", payoff: "payoff-2" },
            { id: "feature-3", text: "App with dark mode", payoff: "" },
          ],
          proofs: [
            {
              id: "proof-1",
              text: "Outage log of 412 homes: 0.3 dropped calls",
              kind: "data",
              supports: "payoff-1",
            },
          ],
        },
        positioning: {
          for_whom: "households that work from home on a monthly contract",
          benefit: "keeps every working call up in the first 30 days",
          why_believe: "the router falls back to 4G within two seconds",
          problem: "",
          category: "",
          why_now: "",
          tagline: "Always on",
          since: "2026-08-18",
          versions: [
            {
              ...blankParts(),
              number: 1,
              since: "2026-01-12",
              until: "2026-03-03",
              reason: "Too broad: nobody felt meant",
              for_whom: "everyone with an internet line",
              benefit: "brings the future of home internet",
            },
            {
              ...blankParts(),
              number: 2,
              since: "2026-03-03",
              until: "2026-08-18",
              reason: "Calls asked about dropped meetings, not about speed",
              for_whom: "households that work from home",
              benefit: "gives each room 500 megabits",
            },
          ],
          alternatives: [
            {
              id: "alt-1",
              name: "the cheapest monthly plan",
              kind: "competitor",
              weakness: "no backup when the line drops",
            },
            {
              id: "alt-2",
              name: "tethering a phone",
              kind: "do_nothing",
              weakness: "drains the phone by noon, and nobody else is online",
            },
          ],
          differentiator: { text: "never offline on a working day", kind: "risk_reduction" },
        },
        touchpoints: [
          {
            id: "touch-1",
            kind: "ad",
            text: "Your next client call will not drop. 4G takes over within two seconds.",
            claims: ["payoff-1", "proof-1"],
          },
          {
            id: "touch-2",
            kind: "landing",
            text: "Ordered today, online tomorrow evening, installed in 40 minutes.",
            claims: ["payoff-2"],
          },
          { id: "touch-3", kind: "sales", text: "Ask when the line last dropped." },
        ],
        targets: [{ metric: "churn", value: 0.35, by: "2027-03-01" }],
      },
      {
        id: "two-year",
        name: "Two-year households",
        dataset: "customers",
        rule: { column: "contract", op: "eq", value: "Two year" },
      },
      {
        id: "paper",
        name: "Paper bills",
        role: "not_for_us",
        dataset: "customers",
        rule: { column: "paperless", op: "eq", value: false },
      },
    ],
    confirmations: [
      { link: "new-fibre/decision", on: "2026-11-12", only_wording: false, basis: "rests", rests: [] },
    ],
  });
  return { chain, imported: true };
}
