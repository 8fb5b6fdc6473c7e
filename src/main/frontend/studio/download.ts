// A text that stands in this page alone, as a file.

/** Hands a text to the person as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes what it needs from the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
