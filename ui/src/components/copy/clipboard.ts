/** The clipboard of the system. */

/** Puts a text there; where the page may not write there by itself, through a selection. */
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

/** Puts a picture there. The clipboard is asked at once, while the press that wants it is fresh. */
export async function copyPng(drawing: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ "image/png": drawing })]);
}
