/** Why no bill can be made; stable, so that a caller may act on it. */
export type QrBillErrorCode =
  | 'bad-account'
  | 'bad-reference'
  | 'reference-mismatch'
  | 'bad-amount'
  | 'bad-currency'
  | 'bad-country'
  | 'missing-field'
  | 'too-long'
  | 'bad-character';

/** The one error of the QR-bill. The message names the field, never what stands in it. */
export class QrBillError extends Error {
  readonly code: QrBillErrorCode;

  constructor(code: QrBillErrorCode, message: string) {
    super(message);
    this.name = 'QrBillError';
    this.code = code;
  }
}
