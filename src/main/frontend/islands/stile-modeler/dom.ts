type Attributes = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** An element with attributes, listeners (`onclick`) and content; text is text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...content: (Node | string | undefined)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...content.filter(part => part !== undefined));
  return element;
}
