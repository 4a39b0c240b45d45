import { SaxesParser, type SaxesTagNS } from 'saxes';
import { EInvoiceError, quoted } from './e-invoice-error.ts';
import { XmlElement } from './xml-element.ts';

/** An official invoice is 12 levels deep, one with signatures about 20. */
const MAX_DEPTH = 64;
/** About 8,000 invoice lines; also bounds memory. */
const MAX_ELEMENTS = 250_000;

/**
 * Parses a whole document into elements. Only the five predefined entities and character references exist: a document type
 * is refused, so nothing can be declared or fetched. `prefixes` gives namespaces their conventional prefix;
 * elements of other namespaces are kept under `{namespace}local`.
 */
export function parseXml(text: string, prefixes: ReadonlyMap<string, string>): XmlElement {
  const tree = new TreeBuilder(prefixes);
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let ended = false;
  parser.on('error', ({ message }) => {
    throw new EInvoiceError(...tree.broken(ended, quotedReason(message)));
  });
  parser.on('doctype', () => {
    throw new EInvoiceError('doctype', `A DOCTYPE is not allowed in an e-invoice (line ${parser.line}).`);
  });
  parser.on('opentag', (tag) => tree.open(tag, parser.line));
  parser.on('text', (part) => tree.text(part));
  parser.on('cdata', (part) => tree.text(part));
  parser.on('closetag', () => tree.close());
  parser.write(text);
  ended = true;
  parser.close();
  return tree.finished();
}

/** The parser's own words are `line:column: reason`, at times with a name from the document. */
function quotedReason(message: string): string {
  return message.length > 160 ? quoted(message) : message;
}

class TreeBuilder {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #open: XmlElement[] = [];
  #root: XmlElement | undefined;
  #count = 0;

  constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
  }

  open({ uri, local, attributes }: SaxesTagNS, line: number): void {
    const prefix = this.#prefixes.get(uri);
    const plain = Object.values(attributes).filter((attribute) => attribute.uri === '');
    const values = new Map(plain.map((attribute) => [attribute.local, attribute.value]));
    const element = new XmlElement(prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`, line, values);
    if (++this.#count > MAX_ELEMENTS || this.#open.length >= MAX_DEPTH) {
      throw new EInvoiceError('too-complex', `More than ${MAX_ELEMENTS} elements or ${MAX_DEPTH} levels (line ${line}).`);
    }
    this.#open.at(-1)?.children.push(element);
    this.#root ??= element;
    this.#open.push(element);
  }

  text(part: string): void {
    const element = this.#open.at(-1);
    if (element) element.content += part;
  }

  close(): void {
    this.#open.pop();
  }

  broken(ended: boolean, reason: string): ['not-xml' | 'cut-short' | 'not-well-formed', string] {
    if (!this.#root) return ['not-xml', `The file is not XML: ${reason}`];
    if (ended && this.#open.length > 0) return ['cut-short', `The file is cut short: ${reason}`];
    return ['not-well-formed', `The XML is not well-formed: ${reason}`];
  }

  finished(): XmlElement {
    if (!this.#root) throw new EInvoiceError('not-xml', 'The file is not XML: it has no element.');
    return this.#root;
  }
}
