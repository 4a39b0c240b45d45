/**
 * Has the browser read its tables of numbers and days while an answer is on its way. It does so once per process, at the
 * first format, and takes longer than to draw an element: the first figures would wait for it.
 */
export function warmFormats(): void {
  new Intl.NumberFormat().format(0);
  new Intl.DateTimeFormat().format(0);
}
