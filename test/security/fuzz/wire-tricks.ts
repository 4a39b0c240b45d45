import fc from 'fast-check';

/** What is told otherwise on the wire than a client library would; lines come as they are, before the request's own. */
export interface WireTrick {
  readonly name: string;
  readonly method?: string;
  readonly version?: string;
  readonly lines?: readonly string[];
  /** Changes the address. */
  readonly address?: (address: string) => string;
  /** Left out of the request: its own lines of these names. */
  readonly without?: readonly string[];
  /** The request never becomes whole: the connection is closed behind it. */
  readonly unfinished?: boolean;
}

const plain = (name: string, ...lines: string[]): WireTrick => ({ name, lines });
const at = (name: string, address: (address: string) => string): WireTrick => ({ name, address });
const [pathOf, restOf] = [(address: string) => address.split('?')[0] ?? '', (address: string) => address.slice(address.split('?')[0]?.length)];

const TRICKS: readonly WireTrick[] = [
  { name: 'nothing' },
  plain('line break in a header', 'X-A: b\r\nX-B: c'), plain('bare line feed', 'X-A: b\nSet-Cookie: x=1'), plain('bare carriage return', 'X-A: b\rX-B: c'), plain('folded header', 'X-A: b\r\n c'),
  plain('zero in a header', 'X-A: \u0000'), plain('space before the colon', 'X-A : b'), plain('no colon', 'X-A'), plain('empty name', ': b'), plain('bytes above 127', 'X-A: \u00ff\u00fe'),
  plain('long header', `X-A: ${'x'.repeat(20_000)}`), plain('many headers', ...Array.from({ length: 3000 }, (_, number) => `X-${number}: 1`)), plain('prototype', '__proto__: 1', 'constructor: 1'),
  plain('two authorizations', 'Authorization: Bearer x'), plain('two origins', 'Origin: https://evil-host.test'), plain('two proofs', 'DPoP: a.b.c'), plain('list of keys', 'Idempotency-Key: a', 'Idempotency-Key: b'),
  plain('another host', 'Host: evil-host.test'), { name: 'no host', without: ['host'] }, { name: 'foreign host', without: ['host'], lines: ['Host: evil-host.test'] }, { name: 'broken host', without: ['host'], lines: ['Host: a b/c?d'] },
  plain('forwarded host', 'X-Forwarded-Host: evil-host.test', 'X-Forwarded-Proto: https', 'Forwarded: host=evil-host.test', 'X-Forwarded-For: 1.2.3.4, \u00ff'),
  plain('other address told', 'X-Original-URL: /v1/operator/x', 'X-Rewrite-URL: /healthz'), plain('other method told', 'X-HTTP-Method-Override: DELETE', 'X-HTTP-Method: PATCH'),
  plain('negative length', 'Content-Length: -1'), plain('odd length', 'Content-Length: +1'), plain('two lengths', 'Content-Length: 1', 'Content-Length: 2'), plain('length and chunks', 'Content-Length: 5', 'Transfer-Encoding: chunked'),
  { name: 'broken chunks', lines: ['Transfer-Encoding: chunked'], without: ['content-length'], unfinished: true }, { name: 'unknown encoding', lines: ['Transfer-Encoding: x'], unfinished: true },
  { name: 'less than said', lines: ['Content-Length: 9999'], without: ['content-length'], unfinished: true },
  plain('packed', 'Content-Encoding: gzip'), plain('expecting', 'Expect: 100-continue'), plain('expecting nonsense', 'Expect: x'), plain('upgrade', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'), plain('ranges', 'Range: bytes=0-0,-1', 'If-Range: x'),
  plain('conditions', 'If-None-Match: *', 'If-Modified-Since: x'), plain('cookies', `Cookie: kontor-sign-in=x; ${'a=b; '.repeat(500)}`), plain('strange wishes', 'Accept: \u00ff;q=9', 'Accept-Language: ,;q=,', 'Accept-Encoding: *'),
  plain('preflight', 'Access-Control-Request-Method: DELETE', 'Access-Control-Request-Headers: *'),
  ...['TRACE', 'CONNECT', 'OPTIONS', 'HEAD', 'PATCH', 'PROPFIND', 'get', 'XXX', 'G\u0000T', ''].map((method): WireTrick => ({ name: `method ${JSON.stringify(method)}`, method })),
  ...['HTTP/0.9', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/1.9', 'HTTQ/1.1', ''].map((version): WireTrick => ({ name: `version ${version}`, version, unfinished: true })),
  at('slash behind', (address) => `${pathOf(address)}/${restOf(address)}`), at('two slashes', (address) => `/${address}`), at('slashes inside', (address) => address.replaceAll('/v1', '//v1//')), at('dots', (address) => `/v1/..${address}`),
  at('encoded dots', (address) => `/x/%2e%2e${address}`), at('encoded slash', (address) => address.replace('/v1/', '/v1%2f')), at('backslash', (address) => address.replaceAll('/', '\\')), at('upper case', (address) => address.toUpperCase()),
  at('semicolon', (address) => `${pathOf(address)};x=1${restOf(address)}`), at('zero', (address) => `${pathOf(address)}%00${restOf(address)}`), at('broken escape', (address) => `${address}%`), at('bad bytes', (address) => `${pathOf(address)}%ff%c0%ae`),
  at('whole address', (address) => `http://evil-host.test${address}`), at('fragment', (address) => `${address}#x`), at('asterisk', () => '*'), at('nothing', () => ''), at('space', (address) => `${address} x`), at('raw bytes', (address) => `${address}\u00ff`),
  at('question marks', (address) => `${address}???&&&===&=&a&`), at('long', (address) => `${address}?${'a=1&'.repeat(5000)}`), at('deep', () => `/v1${'/a'.repeat(3000)}`), at('operator', () => '/v1/operator/organisations'), at('brackets', (address) => `${address}?a[b][c]=1&a[__proto__][x]=1`),
];

export const wireTrick: fc.Arbitrary<WireTrick> = fc.constantFrom(...TRICKS);
