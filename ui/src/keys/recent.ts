/** What was chosen in the palette since the window opened, the last first. */

const MOST = 8;

let chosen: readonly string[] = [];

export function remember(id: string): void {
  chosen = [id, ...chosen.filter((it) => it !== id)].slice(0, MOST);
}

export function recent(): readonly string[] {
  return chosen;
}
