/** What this browser remembers for the person who uses it. A browser that forbids storage just forgets. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(`stile.${name}`);
  } catch {
    return null;
  }
}

export function store(name: string, value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(`stile.${name}`);
    } else {
      localStorage.setItem(`stile.${name}`, value);
    }
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
