import { after } from 'node:test';

/** Headers that a page may read of any answer. */
const SAFE = new Set(['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma']);

/**
 * Lets `fetch` act as that of a page until the test file ends: it sends the page's origin, and gives an
 * answer and its headers only where the server allows that origin to read them.
 */
export function fetchAsPage(origin: string): void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', origin);
    const answer = await real(input, { ...init, headers });
    if (![origin, '*'].includes(answer.headers.get('access-control-allow-origin') ?? '')) throw new TypeError('Failed to fetch');
    const exposed = (answer.headers.get('access-control-expose-headers') ?? '').split(/, */);
    const readable = [...answer.headers].filter(([name]) => SAFE.has(name) || exposed.includes(name));
    return new Response(answer.body, { status: answer.status, headers: readable });
  };
  after(() => {
    globalThis.fetch = real;
  });
}
