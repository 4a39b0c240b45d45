import { Type, type Static } from 'typebox';
import { Origin } from './session.ts';
import { Day, Id, Instant, Window } from './value.ts';

/** A name that people give: something to read, in one line. */
const GivenName = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$' });

/** What a partner's API key may be used for. */
export const PartnerScope = Type.Enum(['widget-sessions:write', 'clients:read', 'keys:write'], {
  description: '`widget-sessions:write` starts and ends widget sessions, `clients:read` lists the clients, `keys:write` makes, lists and revokes keys.',
});
export type PartnerScope = Static<typeof PartnerScope>;

/** Who pays for what is ordered through a partner, and so who gets the invoices. */
export const PaymentMode = Type.Enum(['client-pays', 'partner-pays']);
export type PaymentMode = Static<typeof PaymentMode>;

/** What a client lets a partner do: with limited access nothing that moves the client's money. */
export const PartnerAccessLevel = Type.Enum(['full', 'limited']);
export type PartnerAccessLevel = Static<typeof PartnerAccessLevel>;

export const Partner = Type.Object(
  {
    id: Id,
    name: Type.String(),
    paymentMode: PaymentMode,
    organisation: Type.Union([Id, Type.Null()], { description: "The partner's own organisation, which is charged where the partner pays." }),
    createdAt: Instant,
  },
  { $id: 'Partner', additionalProperties: false },
);
export type Partner = Static<typeof Partner>;

export const PartnerDraft = Type.Object(
  {
    name: GivenName,
    paymentMode: PaymentMode,
    organisation: Type.Optional(Type.String({ format: 'uuid', description: 'Required where the partner pays.' })),
  },
  { additionalProperties: false },
);
export type PartnerDraft = Static<typeof PartnerDraft>;

export const PartnerList = Type.Object({ rows: Type.Array(Partner) }, { additionalProperties: false });

/** A key without its secret, which nobody can read again. */
export const PartnerKey = Type.Object(
  {
    id: Id,
    name: Type.String(),
    scopes: Type.Array(PartnerScope),
    createdAt: Instant,
    lastUsedAt: Type.Union([Instant, Type.Null()], { description: 'To the minute.' }),
    expiresOn: Type.Union([Day, Type.Null()], { description: 'The last day on which it is taken.' }),
    revokedAt: Type.Union([Instant, Type.Null()]),
  },
  { $id: 'PartnerKey', additionalProperties: false },
);
export type PartnerKey = Static<typeof PartnerKey>;

export const PartnerKeyDraft = Type.Object(
  {
    name: GivenName,
    scopes: Type.Array(PartnerScope, { minItems: 1, uniqueItems: true }),
    expiresOn: Type.Optional(Day),
  },
  { additionalProperties: false },
);
export type PartnerKeyDraft = Static<typeof PartnerKeyDraft>;

export const NewPartnerKey = Type.Object(
  { key: PartnerKey, secret: Type.String({ description: 'Shown this once. Only its hash is kept.' }) },
  { $id: 'NewPartnerKey', additionalProperties: false },
);
export type NewPartnerKey = Static<typeof NewPartnerKey>;

export const PartnerKeyList = Type.Object({ rows: Type.Array(PartnerKey) }, { additionalProperties: false });

export const OriginDraft = Type.Object({ origin: Origin }, { additionalProperties: false });
export const OriginList = Type.Object({ rows: Type.Array(Type.String()) }, { additionalProperties: false });

/** A partner that an organisation lets act for it. */
export const PartnerAccess = Type.Object(
  {
    partner: Type.Object({ id: Id, name: Type.String() }, { additionalProperties: false }),
    access: PartnerAccessLevel,
    since: Instant,
  },
  { $id: 'PartnerAccess', additionalProperties: false },
);
export type PartnerAccess = Static<typeof PartnerAccess>;

export const PartnerAccessList = Type.Object({ rows: Type.Array(PartnerAccess) }, { additionalProperties: false });
export const PartnerAccessChange = Type.Object({ access: PartnerAccessLevel }, { additionalProperties: false });

/** An organisation that lets the partner act for it. */
export const Client = Type.Object(
  { id: Id, name: Type.String(), access: PartnerAccessLevel, since: Instant },
  { $id: 'Client', additionalProperties: false },
);
export type Client = Static<typeof Client>;

export const ClientQuery = Type.Object({ offset: Window.offset, limit: Window.limit }, { additionalProperties: false });

/** In the order in which they gave access, the latest first. */
export const ClientWindow = Type.Object({ rows: Type.Array(Client), count: Type.Integer() }, { $id: 'ClientWindow', additionalProperties: false });
export type ClientWindow = Static<typeof ClientWindow>;
