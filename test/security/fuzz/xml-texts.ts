import fc from 'fast-check';
import { sampleInvoice } from '../../support/e-invoices/sample-invoice.ts';
import { toCii } from '../../support/e-invoices/to-cii.ts';
import { toUbl } from '../../support/e-invoices/to-ubl.ts';
import { hostileText, nested } from './hostile-values.ts';

const SOUND = [toUbl(sampleInvoice('ubl')), toCii(sampleInvoice('cii'))] as const;
const LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;&c;</a>';
const STRANGE = [
  '', ' ', '<', '<a>', '<a/>', '<a></b>', '<?xml version="1.0" encoding="utf-16"?><a/>', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', LAUGHS,
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', '\u0000', '\ufeff<a/>', nested(5000, '<a>', '</a>'), `<a ${'b="c" '.repeat(3000)}/>`, '<a><![CDATA[', '{"a":1}', '%PDF-1.7',
];

/** E-invoices: sound ones, ones with a text or a stretch of them changed, and what is none. */
export const xmlText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...SOUND),
  fc.tuple(fc.constantFrom(...SOUND), fc.nat(), fc.nat({ max: 400 })).map(([text, from, length]) => cut(text, from % text.length, length)),
  fc.tuple(fc.constantFrom(...SOUND), fc.nat(), hostileText).map(([text, at, stranger]) => changeText(text, at, stranger)),
  fc.constantFrom(...STRANGE),
);

function cut(text: string, from: number, length: number): string {
  return text.slice(0, from) + text.slice(from + length);
}

/** Puts another text into one of the elements. */
function changeText(text: string, at: number, stranger: string): string {
  const places = [...text.matchAll(/>[^<>]+</g)];
  const place = places[at % places.length];
  if (!place) return text;
  const escaped = stranger.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${text.slice(0, place.index + 1)}${escaped}${text.slice(place.index + place[0].length - 1)}`;
}
