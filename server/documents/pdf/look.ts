/** The colours of the kit's light theme. */
export const COLOURS = {
  accentStrong: '#005a99',
  accentSoft: '#e8f3fc',
  text: '#1b2127',
  muted: '#57626d',
  border: '#dde3e8',
  neutralSoft: '#eef1f4',
} as const;

/** The page in millimetres: A4, with the address where the windows of Swiss envelopes (right) show it. */
export const PAGE = {
  width: 210,
  height: 297,
  left: 20,
  right: 190,
  top: 18,
  /** Nothing but the footer lies below. */
  bottom: 276,
  footer: 282,
  window: { x: 118, y: 52, width: 72, height: 34 },
  /** Height of the payment part, which takes the whole width at the bottom. */
  paymentPart: 105,
} as const;

/** One of the four faces that a payment part may have. The library finds the bold one under the same name and `-Bold`. */
export const FONT = 'Liberation Sans';

/** Sizes of type in points. */
export const SIZE = { small: 7.5, body: 9, sender: 13, title: 18, total: 11.5 } as const;
