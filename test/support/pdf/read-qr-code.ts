import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { default as JsQr } from 'jsqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { drawPage } from './read-pdf.ts';

const require = createRequire(import.meta.url);
const jsQr = (require('jsqr') as { default: typeof JsQr }).default;
const wasmBinary = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
// Given here, or the decoder would fetch it from a server of its makers.
prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer.slice(wasmBinary.byteOffset, wasmBinary.byteOffset + wasmBinary.byteLength) } });

const DPI = 200;
const MM = DPI / 25.4;
/** Where the guidelines put the code on an A4 page, with white around it; in millimetres. */
const FIELD = { left: 63.5, top: 204, width: 53.5, height: 54 };

export interface ReadCode {
  /** What each of two decoders of different makers reads. */
  readonly texts: readonly (string | undefined)[];
  /** Edges of the printed symbol in millimetres; `bottom` from the bottom of the page. */
  readonly x: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Prints a page at 200 dpi, finds the QR code in the payment part and reads it twice. */
export async function readQrCode(bytes: Uint8Array, page: number): Promise<ReadCode> {
  const picture = await drawPage(bytes, page, DPI);
  const [left, top, width, height] = [FIELD.left, FIELD.top, FIELD.width, FIELD.height].map((length) => Math.round(length * MM)) as [number, number, number, number];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * picture.width + left) * 4;
    data.set(picture.data.subarray(from, from + width * 4), row * width * 4);
  }
  const [found] = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, { formats: ['QRCode'], tryHarder: true });
  const edges = edgesOf(data, width, height);
  return {
    texts: [found?.text, jsQr(data, width, height)?.data],
    x: (left + edges.left) / MM,
    bottom: (picture.height - (top + edges.bottom)) / MM,
    width: (edges.right - edges.left) / MM,
    height: (edges.bottom - edges.top) / MM,
  };
}

/** The box around all that is dark. */
function edgesOf(data: Uint8ClampedArray, width: number, height: number) {
  const edges = { left: width, top: height, right: 0, bottom: 0 };
  for (let place = 0; place < width * height; place += 1) {
    if ((data[place * 4] ?? 255) > 127) continue;
    const [x, y] = [place % width, Math.floor(place / width)];
    edges.left = Math.min(edges.left, x);
    edges.right = Math.max(edges.right, x + 1);
    edges.top = Math.min(edges.top, y);
    edges.bottom = Math.max(edges.bottom, y + 1);
  }
  return edges;
}
