import { afterEach, expect, test } from "vitest";

import { phrases, speak, translate } from "./catalogue";

afterEach(() => speak("en"));

const t = phrases("test", {
  rows: (p: { n: number }) => `${p.n} rows`,
  name: "Name",
});

test("a phrase takes its parameters", () => {
  expect(t("rows", { n: 3 })).toBe("3 rows");
});

test("a second language is laid over, and what it leaves out stays English", () => {
  translate("de", "test", { rows: (p: { n: number }) => `${p.n} Zeilen` });
  speak("de");
  expect([t("rows", { n: 3 }), t("name")]).toEqual(["3 Zeilen", "Name"]);
});
