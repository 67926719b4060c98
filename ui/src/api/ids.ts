/** Names for new records: `payoff-k3x9q2`, within the chain document's rule for ids. */

const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

export function newId(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `${kind}-${Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("")}`;
}
