import { EInvoiceError } from './e-invoice-error.ts';

/** Names and codes longer than this are no names; it also keeps them within what an index of the database holds. */
const MAX_NAME_LENGTH = 1000;

/**
 * One element of a parsed document. `name` is `prefix:local` with the conventional prefix of its namespace,
 * whatever prefix the document uses. The readers ask by name; a question that the document answers
 * twice, not at all or with markup is refused with the place.
 */
export class XmlElement {
  readonly name: string;
  /** Line of the start tag in the file, from 1. */
  readonly line: number;
  /** Attributes without a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[] = [];
  /** Character data directly inside, references resolved. */
  content = '';

  constructor(name: string, line: number, attributes: ReadonlyMap<string, string>) {
    this.name = name;
    this.line = line;
    this.attributes = attributes;
  }

  /** `cbc:PayableAmount (line 120)`. */
  get place(): string {
    return `${this.name} (line ${this.line})`;
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The one element at the end of `path`, each step at most once. */
  one(...path: readonly string[]): XmlElement | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return this;
    const [found, second] = this.all(name);
    if (second) throw new EInvoiceError('repeated-field', `${second.place} stands there a second time.`);
    return found?.one(...rest);
  }

  /** The one element at the end of `path`, which must be there. */
  need(...path: readonly string[]): XmlElement {
    const found = this.one(...path);
    if (!found) throw new EInvoiceError('missing-field', `${path.join('/')} is missing in ${this.place}.`);
    return found;
  }

  /** The text with its white space folded; an element with elements inside has none. */
  text(): string {
    return this.raw().replace(/[ \t\r\n]+/g, ' ').trim();
  }

  /** The text as it stands, line breaks kept. */
  raw(): string {
    const [child] = this.children;
    if (child) throw new EInvoiceError('bad-value', `${this.place} must hold text and holds ${child.place}.`);
    return this.content.trim();
  }

  /** The text of the one element at `path`, or `undefined` where it is missing or empty. */
  textAt(...path: readonly string[]): string | undefined {
    const found = this.one(...path);
    const text = found?.text();
    if (found && text !== undefined && text.length > MAX_NAME_LENGTH) {
      throw new EInvoiceError('bad-value', `${found.place} is longer than ${MAX_NAME_LENGTH} characters.`);
    }
    return text === '' ? undefined : text;
  }

  /** The text of the one element at `path`, which must be there and not empty. */
  needText(...path: readonly string[]): string {
    const text = this.textAt(...path);
    if (text === undefined) {
      throw new EInvoiceError('missing-field', `${path.join('/')} is missing or empty in ${this.place}.`);
    }
    return text;
  }
}
