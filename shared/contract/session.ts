import { Type, type Static } from 'typebox';
import { CurrentOrganisation } from './organisation.ts';
import { Id, Instant } from './value.ts';

/** What a session may do. A widget session carries the ones its partner chose. */
export const Feature = Type.Enum([
  'organisations:list',
  'invoices:read',
  'products:read',
  'prepaid:read',
  'prepaid:top-up',
  'orders:write',
  'orders:place',
]);
export type Feature = Static<typeof Feature>;

/** The elements of the kit that a widget session may show. */
export const ElementName = Type.Enum(['org-switcher', 'invoice-list', 'prepaid-balance', 'promo-code']);
export type ElementName = Static<typeof ElementName>;

export const Language = Type.Enum(['it', 'de', 'en', 'es', 'fr']);
export type Language = Static<typeof Language>;

/**
 * An exact serialised origin: scheme, host and port and nothing behind. Plain `http` is only for the
 * loopback host.
 */
export const Origin = Type.String({ maxLength: 300, pattern: '^https?://[^/?#@\\s]+$' });

/** What a partner's backend asks for, with its API key. */
export const WidgetSessionRequest = Type.Object(
  {
    person: Type.String({ format: 'uuid', description: 'Account id of the person signed in at the portal.' }),
    organisation: Type.Optional(
      Type.String({ format: 'uuid', description: 'Left out: the one the person used last.' }),
    ),
    origin: Origin,
    elements: Type.Array(ElementName, { minItems: 1, uniqueItems: true }),
    features: Type.Array(Feature, { minItems: 1, uniqueItems: true }),
    keyThumbprint: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_-]{43}$',
        description: 'SHA-256 thumbprint (RFC 7638) of a key that the page holds. The token is then sent as `DPoP`, each request with a proof of that key (RFC 9449).',
      }),
    ),
    lifetime: Type.Optional(Type.Integer({ minimum: 30, maximum: 600, default: 600, description: 'Seconds.' })),
  },
  { additionalProperties: false },
);
export type WidgetSessionRequest = Static<typeof WidgetSessionRequest>;

/** What the partner's backend gives on to its page, as it is. */
export const WidgetSession = Type.Object(
  {
    id: Id,
    token: Type.String({ description: 'Signed token (EdDSA). Never put it into an address, a log or a store.' }),
    expiresIn: Type.Integer({ description: 'Seconds from this answer on.' }),
    organisation: Id,
  },
  { $id: 'WidgetSession', additionalProperties: false },
);
export type WidgetSession = Static<typeof WidgetSession>;

/** The organisation that a person who signed in at the gateway steps into. */
export const SessionStep = Type.Object(
  { organisation: Type.Optional(Type.String({ format: 'uuid', description: 'Left out: the one the person used last.' })) },
  { additionalProperties: false },
);
export type SessionStep = Static<typeof SessionStep>;

/** Who acts, where, through whom, and with which features. */
export const Session = Type.Object(
  {
    id: Id,
    person: Type.Object({ id: Id, name: Type.String(), language: Language }, { additionalProperties: false }),
    partner: Type.Union([Type.Object({ id: Id, name: Type.String() }, { additionalProperties: false }), Type.Null()], {
      description: 'Through whom; null where the person signed in at the gateway.',
    }),
    organisation: CurrentOrganisation,
    elements: Type.Array(ElementName),
    features: Type.Array(Feature),
    expiresAt: Instant,
    today: Type.String({ format: 'date', description: "The gateway's calendar day." }),
  },
  { $id: 'Session', additionalProperties: false },
);
export type Session = Static<typeof Session>;
