import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** A text as it stands on a page, in millimetres from the top left corner (of its baseline). */
export interface PrintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PrintedText[];
}

const MM = 25.4 / 72;

/** Opens a PDF for as long as `work` takes. */
async function opened<T>(bytes: Uint8Array, work: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // A copy, since the reader takes the buffer for itself.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, disableFontFace: true, useSystemFonts: false });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The texts of each page, pieces as they were set. */
export async function readPages(bytes: Uint8Array): Promise<PrintedPage[]> {
  return await opened(bytes, async (pdf) => {
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [{ text: item.str, x: item.transform[4] * MM, y: (height - item.transform[5]) * MM }] : []);
      pages.push({ width: width * MM, height: height * MM, texts });
    }
    return pages;
  });
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  readonly png: () => Buffer;
}

/** A page as a printer would lay it down. @param dpi pixels an inch */
export async function drawPage(bytes: Uint8Array, number: number, dpi: number): Promise<Picture> {
  return await opened(bytes, async (pdf) => {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: dpi / 72 });
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport, background: '#fff' }).promise;
    return { width, height, data: context.getImageData(0, 0, width, height).data, png: () => canvas.toBuffer('image/png') };
  });
}

/** What the document says of itself, read from its bytes where the reader hides it. */
export async function readFacts(bytes: Uint8Array): Promise<{ info: Record<string, unknown>; tagged: boolean; fonts: number; embedded: number }> {
  const source = Buffer.from(bytes).toString('latin1');
  const count = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;
  return await opened(bytes, async (pdf) => ({
    info: (await pdf.getMetadata()).info as Record<string, unknown>,
    tagged: /\/Marked true/.test(source) && /\/StructTreeRoot/.test(source),
    // A descriptor stands for a font beyond the fourteen that readers bring along, which have none.
    fonts: count(/\/Subtype \/(Type0|Type1|TrueType)\b/g),
    embedded: count(/\/FontFile2 /g),
  }));
}
