/** The samples as the real host offers them, with figures of their own. */
import type { SampleCard } from "../../api/types";

export const sampleCards: SampleCard[] = [
  {
    sample: "hr-saas",
    title: "HR software whose leads nobody wanted",
    story: "Plenty of addresses, few that sales would call. Then one problem, and an offer for those who have it.",
    before: {
      segment: "before",
      links: ["missing", "draft", "stale", "stale", "stale", "draft"],
      yes: 220,
      n: 1000,
      did: "accepted",
    },
    after: {
      segment: "after",
      links: ["sound", "sound", "sound", "sound", "sound", "sound"],
      yes: 48,
      n: 100,
      did: "accepted",
    },
  },
  {
    sample: "skincare",
    title: "A skincare brand that promised too much",
    story: "Fine click rate, high refunds. Then one kind of skin, and a claim that holds.",
    before: {
      segment: "before",
      links: ["sound", "draft", "stale", "draft", "stale", "draft"],
      yes: 140,
      n: 1000,
      did: "refunded",
    },
    after: {
      segment: "after",
      links: ["sound", "sound", "sound", "sound", "sound", "sound"],
      yes: 6,
      n: 100,
      did: "refunded",
    },
  },
];
