import { Type, type Static } from 'typebox';

/**
 * Every code that the gateway answers with, and what a person can do about it. Codes are stable:
 * interfaces translate them, logs and partners search for them.
 */
export const PROBLEMS = {
  KONTOR_REQUEST_INVALID: { status: 400, title: 'The request does not follow the API description.' },
  KONTOR_IDEMPOTENCY_KEY_MISSING: { status: 400, title: 'This request needs an Idempotency-Key header.' },
  KONTOR_TOKEN_MISSING: { status: 401, title: 'This request needs a token.' },
  KONTOR_TOKEN_INVALID: { status: 401, title: 'The token is not valid here.' },
  KONTOR_TOKEN_EXPIRED: { status: 401, title: 'The token has expired.' },
  KONTOR_TOKEN_REVOKED: { status: 401, title: 'The session was ended.' },
  KONTOR_DPOP_INVALID: { status: 401, title: 'The proof of possession (DPoP) is missing or not valid for this request.' },
  KONTOR_ORIGIN_REFUSED: { status: 403, title: 'The token was made for another origin.' },
  KONTOR_SCOPE_MISSING: { status: 403, title: 'The API key does not have this scope.' },
  KONTOR_FEATURE_MISSING: { status: 403, title: 'The session does not include this feature.' },
  KONTOR_BILLING_RIGHT_MISSING: { status: 403, title: 'Only owners, admins and members with the billing right may see or move money.' },
  KONTOR_ROLE_MISSING: { status: 403, title: 'Only owners and admins of the organisation may do this.' },
  KONTOR_NOT_FOUND: { status: 404, title: 'There is no such thing, or not for you.' },
  KONTOR_METHOD_NOT_ALLOWED: { status: 405, title: 'The address does not take this method.' },
  KONTOR_REQUEST_TIMEOUT: { status: 408, title: 'The request came too slowly.' },
  KONTOR_CONFLICT: { status: 409, title: 'Something else changed this at the same time. Try again.' },
  KONTOR_EXISTS_ALREADY: { status: 409, title: 'There is one already.' },
  KONTOR_ORDER_CLOSED: { status: 409, title: 'The order was placed or cancelled and can no longer be changed.' },
  KONTOR_ORDER_TOTAL_CHANGED: { status: 409, title: 'The order costs another amount now than the one agreed to. Look at it again.' },
  KONTOR_BODY_TOO_LARGE: { status: 413, title: 'The request is too large.' },
  KONTOR_MEDIA_TYPE_UNSUPPORTED: { status: 415, title: 'The request has a media type that is not taken here.' },
  KONTOR_IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The Idempotency-Key was used for another request.' },
  KONTOR_AMOUNT_OUT_OF_RANGE: { status: 422, title: 'The amount is below the least or above the greatest that is taken.' },
  KONTOR_CURRENCY_MISMATCH: { status: 422, title: 'The amount is in another currency than the prepaid account.' },
  KONTOR_BALANCE_NOT_COVERED: { status: 422, title: 'The prepaid account does not hold this amount.' },
  KONTOR_CATALOGUE_ITEM_UNKNOWN: { status: 422, title: 'The catalogue has no such item.' },
  KONTOR_PAYMENT_METHOD_MISSING: { status: 422, title: 'The order needs a payment method first.' },
  KONTOR_PARTNER_CHARGE_REFUSED: { status: 422, title: 'The partner pays for what is ordered here, and this cannot be charged to it.' },
  KONTOR_PARTNER_ORIGIN_REFUSED: { status: 422, title: "The origin is not on the partner's list." },
  KONTOR_E_INVOICE_REFUSED: { status: 422, title: 'The file is no valid e-invoice.' },
  KONTOR_RATE_LIMITED: { status: 429, title: 'Too many requests. Try again later.' },
  KONTOR_HEADERS_TOO_LARGE: { status: 431, title: 'The request has too many headers, or too long ones.' },
  KONTOR_INTERNAL: { status: 500, title: 'The gateway failed. The fault is logged under the request id.' },
  KONTOR_STOPPING: { status: 503, title: 'The gateway is being stopped. Try again shortly.' },
  KONTOR_DATABASE_UNAVAILABLE: { status: 503, title: 'The database cannot be reached. Try again shortly.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal as RFC 9457 describes it, with a stable `code`. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Address of the description of the code.' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable code, KONTOR_<AREA>_<REASON>.' }),
    detail: Type.Optional(Type.String({ description: 'What was wrong with this request.' })),
    requestId: Type.String(),
  },
  { $id: 'Problem', additionalProperties: false },
);
export type Problem = Static<typeof Problem>;
