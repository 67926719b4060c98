/** A remedy as the patch that carries it out. */
import type { Json, Patch, Remedy } from "../../api/types";

type Prompt = Extract<Remedy, { kind: "prompt" }>;

/** The patch of a remedy that is already filled in. */
export function filledIn(remedy: Extract<Remedy, { kind: "edit" }>): Patch {
  return asPatch(remedy.patch);
}

/** The patch of a question with its answer in it; null while the answer says nothing. */
export function answered(remedy: Prompt, answer: string): Patch | null {
  const said = answer.trim();
  if (said === "" || (!remedy.number && said === remedy.given.trim())) return null;
  const number = Number(said.replace(",", "."));
  if (remedy.number && !Number.isFinite(number)) return null;
  const value = remedy.number ? number : remedy.before + said + remedy.after;
  return asPatch(put(remedy.patch, remedy.into.split("/").slice(1), value));
}

/** The same JSON with another value where the steps of a pointer lead. */
function put(json: Json, steps: readonly string[], value: Json): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(json)) {
    return json.map((it, at) => (String(at) === step ? put(it, rest, value) : it));
  }
  if (json === null || typeof json !== "object") return json;
  return { ...json, [step]: put(json[step] ?? null, rest, value) };
}

/** The coach's patch is a chain document like any other: the host checks it where it is laid. */
function asPatch(json: Json): Patch {
  // oxlint-disable-next-line no-unsafe-type-assertion
  return json as Patch;
}
