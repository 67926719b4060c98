/**
 * The message catalogue. Every visible string is said through a speaker made here, so that the
 * phrases of a place stand in one file and a second language can be laid over them.
 */

/** A phrase: fixed, or made from typed parameters. */
export type Phrase = string | ((...parameters: never[]) => string);
export type Phrases = Record<string, Phrase>;

type Parameters<P extends Phrase> = P extends (...parameters: infer A) => string ? A : [];

/** Says a phrase of its place: `t("rows", { n: 3 })`. */
export type Speaker<T extends Phrases> = <K extends keyof T & string>(
  key: K,
  ...parameters: Parameters<T[K]>
) => string;

/** The same phrases in another language: any of them, with the same parameters. */
export type Translation<T extends Phrases> = {
  [K in keyof T]?: T[K] extends string ? string : T[K];
};

const translations = new Map<string, Map<string, Phrases>>();
let language = "en";

/** The English phrases of a place, which are the complete ones. */
export function phrases<const T extends Phrases>(place: string, english: T): Speaker<T> {
  return (key, ...parameters) => {
    const phrase = translations.get(language)?.get(place)?.[key] ?? english[key] ?? key;
    return typeof phrase === "string" ? phrase : phrase(...(parameters as never[]));
  };
}

/** Lays a language over the phrases of a place; what it leaves out stays English. */
export function translate<T extends Phrases>(
  into: string,
  place: string,
  words: Translation<T>,
): void {
  const places = translations.get(into) ?? new Map<string, Phrases>();
  places.set(place, words as Phrases);
  translations.set(into, places);
}

/** Chooses the language of everything said from now on. */
export function speak(next: string): void {
  language = next;
}
