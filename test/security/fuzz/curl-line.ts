import type { WireRequest } from './send-by-wire.ts';
import type { WireTrick } from './wire-tricks.ts';

/** What shows a failure again by hand; what curl cannot send is named behind it. */
export function curlLine({ method, address, headers, body }: WireRequest, trick: WireTrick | undefined): string {
  const told = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const data = body === undefined ? [] : [`--data-binary ${quoted(body.length > 2000 ? `${body.slice(0, 2000)}…` : body)}`];
  const line = ['curl -i --path-as-is', `-X ${trick?.method ?? method}`, quoted(`http://localhost:4600${trick?.address?.(address) ?? address}`), ...told, ...data].join(' ');
  return trick ? `${line}   # on the wire: ${trick.name}` : line;
}

/** For a shell; what cannot be printed as escapes of `$'…'`. */
function quoted(text: string): string {
  const escaped = text.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll(/\p{Cc}|\P{ASCII}/gu, (one) => `\\U${one.codePointAt(0)?.toString(16).padStart(8, '0')}`);
  return escaped === text ? `'${text}'` : `$'${escaped}'`;
}
