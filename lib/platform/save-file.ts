/** Hands the person a file to keep, as a download of this page; no permission is needed for it. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download holds the blob by then; a microtask would be too early in Firefox.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Rejects where the browser does not let us: no gesture of the person, or switched off. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
