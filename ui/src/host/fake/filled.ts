/** A filled workbook over the made-up table, for tests and for looking at the places. */
import { applied, blankChain } from "./records";
import type { FakeBook } from "./fake";

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
        owner: "Mira",
        due: "2027-01-31",
      },
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
          ],
          pains: [
            {
              id: "pain-1",
              text: "A dropped call in front of a client, and nobody to ring",
              job: "job-1",
              severity: 4,
            },
            { id: "pain-2", text: "Bills that change every month", job: "job-1", severity: 3 },
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
          ],
          features: [{ id: "feature-1", text: "4G backup in the router", payoff: "payoff-1" }],
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
          alternatives: [
            { id: "alt-1", name: "the cheapest monthly plan", kind: "competitor" },
            { id: "alt-2", name: "tethering a phone", kind: "do_nothing" },
          ],
          differentiator: { text: "never offline on a working day", kind: "risk_reduction" },
        },
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
      { link: "new-fibre/decision", on: "2026-11-12", only_wording: false, basis: "" },
    ],
  });
  return { chain, imported: true };
}
