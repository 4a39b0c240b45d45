/**
 * The places of a list in ascending order of whole numbers. Places of equal numbers stay as in `start`.
 * Sorted digit by digit, in time that grows with the length alone.
 * @param start all places in the order of ties
 */
export function orderByNumber(keys: Float64Array, start: Uint32Array): Uint32Array {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const digits = new Uint16Array(keys.length);
  let order = start;
  for (let scale = 1; scale <= most - least; scale *= 65_536) {
    // The array keeps 16 bits of the whole part: one digit.
    for (let i = 0; i < keys.length; i++) digits[i] = (keys[i]! - least) / scale;
    order = orderByDigit(digits, order);
  }
  return order;
}

/** The same for short texts, by their UTF-16 code units. */
export function orderByText(texts: readonly string[], start: Uint32Array): Uint32Array {
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  const digits = new Uint32Array(texts.length);
  let order = start;
  for (let place = longest - 1; place >= 0; place--) {
    for (let i = 0; i < digits.length; i++) {
      const text = texts[i]!;
      digits[i] = place < text.length ? text.charCodeAt(place) + 1 : 0;
    }
    order = orderByDigit(digits, order);
  }
  return order;
}

function orderByDigit(digits: Uint16Array | Uint32Array, start: Uint32Array): Uint32Array {
  let most = 0;
  for (let i = 0; i < digits.length; i++) if (digits[i]! > most) most = digits[i]!;
  // As many places as there are values: a short list is sorted in no time.
  const places = new Uint32Array(most + 2);
  for (let i = 0; i < digits.length; i++) places[digits[i]! + 1]!++;
  for (let digit = 1; digit <= most; digit++) places[digit]! += places[digit - 1]!;
  const order = new Uint32Array(digits.length);
  for (let i = 0; i < start.length; i++) {
    const row = start[i]!;
    order[places[digits[row]!]!++] = row;
  }
  return order;
}
