/** The JSON that a page has nested in an island, as `<script type="application/json" data-name="schema">`. */
export function nestedJson<T>(host: Element, name: string): T | undefined {
  const text = host.querySelector(`:scope > script[type="application/json"][data-name="${name}"]`)?.textContent;
  return text ? (JSON.parse(text) as T) : undefined;
}

/** @throws Error naming the address and the status, if the server does not answer with the document */
export async function fetched(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response;
}
