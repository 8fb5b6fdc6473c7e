const LONGEST = 40;

/** A label as a key that is not taken: "Colour of the phone?" is `colourOfThePhone`; undefined if it has no letters. */
export function keyOf(label: string, taken: (key: string) => boolean): string | undefined {
  const words = label.replace(/ß/g, 'ss').normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').match(/[A-Za-z0-9]+/g) ?? [];
  let key = '';
  for (const word of words) {
    const next = key ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word.toLowerCase();
    if (key && key.length + next.length > LONGEST) {
      break;
    }
    key += next;
  }
  key = key.replace(/^[0-9]+/, '').slice(0, LONGEST);
  key = key.charAt(0).toLowerCase() + key.slice(1);
  if (!key) {
    return undefined;
  }
  let free = key;
  for (let again = 2; taken(free); again++) {
    free = `${key}${again}`;
  }
  return free;
}
