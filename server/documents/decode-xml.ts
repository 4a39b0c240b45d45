import { EInvoiceError, quoted } from './e-invoice-error.ts';

/**
 * Bytes of an XML document as text, by the rules of XML 1.0: the byte order mark first, then the declaration, then UTF-8.
 * UTF-8, UTF-16 with a byte order mark and ISO-8859-1 are read; every byte must be valid, nothing is replaced.
 */
export function decodeXml(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  const text = decode(bytes, mark ?? declaredEncoding(bytes) ?? 'utf-8');
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 200))?.[1];
  if (mark !== undefined && declared !== undefined && !agrees(mark, declared)) {
    throw new EInvoiceError('wrong-encoding', `The byte order mark says ${mark}, the declaration says ${quoted(declared)}.`);
  }
  return text;
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

/** Without a byte order mark the declaration stands in ASCII bytes, or the document is not of an encoding read here. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 200));
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1]?.toLowerCase();
}

function agrees(mark: string, declared: string): boolean {
  const name = declared.toLowerCase();
  return name === mark || (name === 'utf-16' && mark.startsWith('utf-16'));
}

function decode(bytes: Uint8Array, encoding: string): string {
  // Not TextDecoder('iso-8859-1'): by the Encoding Standard that is windows-1252, another set from 0x80 to 0x9F.
  if (encoding === 'iso-8859-1') return latin1(bytes);
  const marked = encoding.startsWith('utf-16') && byteOrderMark(bytes) === encoding;
  if (encoding !== 'utf-8' && !marked) {
    const reason = encoding.startsWith('utf-16') ? 'without a byte order mark' : 'is not an encoding that is read here';
    throw new EInvoiceError('wrong-encoding', `The encoding ${quoted(encoding)} ${reason}: UTF-8, UTF-16 or ISO-8859-1.`);
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new EInvoiceError('wrong-encoding', `The bytes are not valid ${encoding.toUpperCase()}.`);
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
