import { SaxesParser, type SaxesTagNS } from 'saxes';
import { EInvoiceError, oneLine } from './e-invoice-error.ts';
import { XmlElement } from './xml-element.ts';

/** An official invoice is 12 levels deep, one with signatures about 20. */
const MAX_DEPTH = 64;
/** Elements and attributes: about 10,000 invoice lines. It bounds the memory and the time of a hostile file. */
const MAX_PARTS = 500_000;

/**
 * Parses a whole document into elements. Only the five predefined entities and character references exist: a document type
 * is refused, so nothing can be declared or fetched. `prefixes` gives namespaces their conventional prefix;
 * elements of other namespaces are kept under `{namespace}local`.
 */
export function parseXml(text: string, prefixes: ReadonlyMap<string, string>): XmlElement {
  if (!/^\s*</.test(text)) throw new EInvoiceError('not-xml', 'The file is not XML: it does not begin with a tag.');
  const tree = new TreeBuilder(prefixes);
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let ended = false;
  parser.on('error', ({ message }) => {
    const reason = oneLine(message, 160).replace(/\.$/, '');
    if (ended) throw endsTooEarly(text, reason);
    throw new EInvoiceError('not-well-formed', `The XML is not well-formed: ${reason}.`);
  });
  parser.on('doctype', () => {
    throw new EInvoiceError('doctype', `A DOCTYPE is not allowed in an e-invoice (line ${parser.line}).`);
  });
  parser.on('attribute', () => tree.count(parser.line));
  parser.on('opentag', (tag) => tree.open(tag, parser.line));
  parser.on('text', (part) => tree.text(part));
  parser.on('cdata', (part) => tree.text(part));
  parser.on('closetag', () => tree.close());
  parser.write(text);
  ended = true;
  parser.close();
  return tree.finished();
}

/** Comments, CDATA sections and instructions, where `&` is a character; or an `&` that begins no reference. */
const BARE_AMPERSAND = /<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)|<\?.*?(?:\?>|$)|&[\w.:#-]*(?![\w.:#;-])(?=.)/gs;

/** The parser looks for the end of a reference as far as the end of the file, so a bare `&` looks like a cut to it. */
function endsTooEarly(text: string, reason: string): EInvoiceError {
  for (const { 0: match, index } of text.matchAll(BARE_AMPERSAND)) {
    if (!match.startsWith('&')) continue;
    const line = text.slice(0, index).split('\n').length;
    return new EInvoiceError('not-well-formed', `The XML is not well-formed: an & stands alone (line ${line}).`);
  }
  return new EInvoiceError('cut-short', `The file is cut short: ${reason}.`);
}

class TreeBuilder {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #open: XmlElement[] = [];
  #root: XmlElement | undefined;
  #parts = 0;

  constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
  }

  open({ uri, local, attributes }: SaxesTagNS, line: number): void {
    this.count(line);
    if (this.#open.length >= MAX_DEPTH) {
      throw new EInvoiceError('too-complex', `The elements are nested more than ${MAX_DEPTH} levels deep (line ${line}).`);
    }
    const plain = Object.values(attributes).filter((attribute) => attribute.uri === '');
    const values = new Map(plain.map((attribute) => [attribute.local, attribute.value]));
    const element = new XmlElement(this.#conventional(uri, local), line, values);
    this.#open.at(-1)?.children.push(element);
    this.#root ??= element;
    this.#open.push(element);
  }

  count(line: number): void {
    if (++this.#parts > MAX_PARTS) {
      throw new EInvoiceError('too-complex', `The file has more than ${MAX_PARTS} elements and attributes (line ${line}).`);
    }
  }

  #conventional(uri: string, local: string): string {
    const prefix = this.#prefixes.get(uri);
    if (prefix !== undefined) return `${prefix}:${local}`;
    return uri === '' ? local : `{${uri}}${local}`;
  }

  text(part: string): void {
    const element = this.#open.at(-1);
    if (element) element.content += part;
  }

  close(): void {
    this.#open.pop();
  }

  finished(): XmlElement {
    if (!this.#root) throw new EInvoiceError('cut-short', 'The file is cut short: it has no element.');
    return this.#root;
  }
}
