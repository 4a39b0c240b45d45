import { COLOURS, FONT, PAGE, SIZE } from './look.ts';

const MM = 72 / 25.4;
/** Of Liberation Sans, in parts of the size. */
const ASCENT = 0.905;

/** How a text looks. Without more: body size, regular, in the colour of text, at the left. */
export interface TextStyle {
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

/** Where a text stands, in millimetres from the top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** What is higher is cut off, with an ellipsis. */
  readonly height?: number;
}

/** A part of the document as readers that do not see it are told: a table, a row, a paragraph. */
export type Part = PDFKit.PDFStructureElement;

/** Pages that blocks are set on from top to bottom, in millimetres, each text with its place in the structure. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Part;
  /** Where the next block begins. */
  y: number = PAGE.top;
  #pageTop: () => void = () => undefined;

  /** @param doc with `FONT` in two weights and pages without margins */
  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc;
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** Draws at the top of every page from the next one on. */
  onPage(draw: () => void): void {
    this.#pageTop = draw;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = PAGE.top;
    this.#pageTop();
  }

  /** Begins a new page unless a block of this height still fits. @returns whether it did */
  room(height: number): boolean {
    if (this.y + height <= PAGE.bottom) return false;
    this.newPage();
    return true;
  }

  part(type: string, parent: Part = this.root): Part {
    const part = this.doc.struct(type);
    parent.add(part);
    return part;
  }

  /** Sets a text that breaks into lines. @returns its height */
  paragraph(text: string, { x, y, width, height }: Place, style: TextStyle = {}, part = this.part('P')): number {
    const whole = this.heightOf(text, width, style);
    part.add(() => {
      this.#use(style);
      const cut = height !== undefined && height < whole ? { height: height * MM, ellipsis: true } : {};
      this.doc.text(plain(text), x * MM, y * MM, { width: width * MM, ...cut });
    });
    return height === undefined ? whole : Math.min(whole, height);
  }

  /** Sets a text on one line, smaller where it would be too long. */
  line(text: string, place: Omit<Place, 'height'>, style: TextStyle = {}, part = this.part('P')): void {
    part.add(() => this.#oneLine(text, place, style));
  }

  /** A line that belongs to the page and not to the document. */
  runningLine(text: string, place: Omit<Place, 'height'>, style: TextStyle = {}): void {
    this.artifact(() => this.#oneLine(text, place, style));
  }

  heightOf(text: string, width: number, style: TextStyle = {}): number {
    this.#use(style);
    return this.doc.heightOfString(plain(text), { width: width * MM }) / MM;
  }

  widthOf(text: string, style: TextStyle = {}): number {
    this.#use(style);
    return this.doc.widthOfString(plain(text)) / MM;
  }

  /** A hairline, or a heavier one. @param weight points */
  rule(y: number, from: number = PAGE.left, to: number = PAGE.right, colour: string = COLOURS.border, weight = 0.5): void {
    this.artifact(() => this.doc.moveTo(from * MM, y * MM).lineTo(to * MM, y * MM).lineWidth(weight).strokeColor(colour).stroke());
  }

  box({ x, y, width, height }: Required<Place>, colour: string): void {
    this.artifact(() => this.doc.roundedRect(x * MM, y * MM, width * MM, height * MM, 4).fillColor(colour).fill());
  }

  /** Draws what is no content of the document: rules, running heads, page numbers. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  #oneLine(text: string, { x, y, width }: Omit<Place, 'height'>, style: TextStyle): void {
    const { doc } = this;
    const printed = plain(text).replaceAll('\n', ' ');
    this.#use(style);
    const wide = doc.widthOfString(printed) / MM;
    const size = style.size ?? SIZE.body;
    const fitting = wide > width ? Math.floor((size * width * 100) / wide) / 100 : size;
    doc.fontSize(fitting);
    const start = style.align === 'right' ? x + width - doc.widthOfString(printed) / MM : x;
    // On the same baseline whatever the size.
    const drop = ((size - fitting) * ASCENT) / MM;
    doc.text(printed, start * MM, (y + drop) * MM, { lineBreak: false });
  }

  #use({ size = SIZE.body, bold = false, colour = COLOURS.text }: TextStyle): void {
    this.doc.font(bold ? `${FONT}-Bold` : FONT).fontSize(size).fillColor(colour);
  }
}

/** Without characters that would steer instead of print; lines of a note stay lines. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{C}\n]/gu, ' ');
}
