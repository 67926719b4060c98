/** Puts a text on the clipboard; where the page may not write there by itself, through a selection. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copySelection(text);
  }
}

function copySelection(text: string): void {
  const holder = document.createElement("textarea");
  holder.value = text;
  holder.className = "hidden-words";
  document.body.append(holder);
  const before = document.activeElement;
  holder.select();
  const done = document.execCommand("copy");
  holder.remove();
  if (before instanceof HTMLElement) before.focus();
  if (!done) throw new Error("not copied");
}
