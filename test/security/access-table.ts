/**
 * Who may do what at the gateway, written down by hand: the matrix test asks every route as every caller
 * and holds the answers against this page. A route without a row fails it, and so does a row without a route.
 *
 * All callers but `outsider` belong to one organisation, the "own" one of the first column of the answers;
 * `outsider` owns the "foreign" one. Where an address or a body names a second thing (an invoice, an
 * order, a person), an answer `ok` is meant for a thing of that same organisation: for any other thing,
 * foreign or missing, it is `absent`.
 */

/** The columns of the answers. */
export const CALLERS = [
  'owner', // signed in at the gateway, as are admin, payer and member
  'admin',
  'payer', // a member with the billing right
  'member', // a member without it
  'outsider', // owner of the foreign organisation
  'widget', // the owner in a widget session; the organisation gave its partner full access
  'limited', // the same where the partner was given limited access
  'withdrawn', // the same where the access was taken back
  'ended', // the owner in a widget session that was ended
  'left', // the owner, after signing out
  'narrow', // the owner, signed in without any feature
  'operator', // with the operator's key
  'partner', // with the key of the partner that was given full access
  'scopeless', // with another key of that partner, which has no scope
  'nobody', // without any token
] as const;
export type Caller = (typeof CALLERS)[number];

/** What the words of the answers mean. `ok` is the status that the route's row names. */
export const REFUSALS = {
  absent: [404, 'KONTOR_NOT_FOUND'],
  right: [403, 'KONTOR_BILLING_RIGHT_MISSING'],
  role: [403, 'KONTOR_ROLE_MISSING'],
  feature: [403, 'KONTOR_FEATURE_MISSING'],
  scope: [403, 'KONTOR_SCOPE_MISSING'],
  token: [401, 'KONTOR_TOKEN_MISSING'],
  invalid: [401, 'KONTOR_TOKEN_INVALID'],
  revoked: [401, 'KONTOR_TOKEN_REVOKED'],
  unread: [400, 'KONTOR_REQUEST_INVALID'],
} as const;
export type Answer = 'ok' | keyof typeof REFUSALS;

/** By class of routes and organisation asked about: the answers to each caller. */
export const ANSWERS = `
                   owner    admin    payer    member   outsider widget   limited  withdrawn ended    left     narrow   operator partner  scopeless nobody
open      own      ok       ok       ok       ok       ok       ok       ok       ok        ok       ok       ok       ok       ok       ok        ok
open      foreign  ok       ok       ok       ok       ok       ok       ok       ok        ok       ok       ok       ok       ok       ok        ok
open      missing  absent   absent   absent   absent   absent   absent   absent   absent    absent   absent   absent   absent   absent   absent    absent
words     own      ok       ok       ok       ok       ok       ok       ok       ok        ok       ok       ok       ok       ok       ok        ok
words     missing  unread   unread   unread   unread   unread   unread   unread   unread    unread   unread   unread   unread   unread   unread    unread
session   own      ok       ok       ok       ok       ok       ok       ok       absent    revoked  revoked  ok       invalid  invalid  invalid   token
list      own      ok       ok       ok       ok       ok       ok       ok       ok        revoked  revoked  feature  invalid  invalid  invalid   token
step      own      ok       ok       ok       ok       absent   feature  feature  feature   feature  revoked  ok       invalid  invalid  invalid   token
step      foreign  absent   absent   absent   absent   ok       feature  feature  feature   feature  revoked  absent   invalid  invalid  invalid   token
step      missing  absent   absent   absent   absent   absent   feature  feature  feature   feature  revoked  absent   invalid  invalid  invalid   token
end       own      feature  feature  feature  feature  feature  ok       ok       ok        ok       feature  feature  invalid  invalid  invalid   token
pin       own      ok       ok       ok       ok       absent   ok       ok       absent    revoked  revoked  feature  invalid  invalid  invalid   token
pin       foreign  absent   absent   absent   absent   ok       absent   absent   absent    revoked  revoked  feature  invalid  invalid  invalid   token
pin       missing  absent   absent   absent   absent   absent   absent   absent   absent    revoked  revoked  feature  invalid  invalid  invalid   token
see-money own      ok       ok       ok       right    absent   ok       ok       absent    revoked  revoked  feature  invalid  invalid  invalid   token
see-money foreign  absent   absent   absent   absent   ok       absent   absent   absent    absent   revoked  feature  invalid  invalid  invalid   token
see-money missing  absent   absent   absent   absent   absent   absent   absent   absent    absent   revoked  feature  invalid  invalid  invalid   token
move      own      ok       ok       ok       right    absent   ok       feature  absent    revoked  revoked  feature  invalid  invalid  invalid   token
move      foreign  absent   absent   absent   absent   ok       absent   absent   absent    absent   revoked  feature  invalid  invalid  invalid   token
move      missing  absent   absent   absent   absent   absent   absent   absent   absent    absent   revoked  feature  invalid  invalid  invalid   token
manage    own      ok       ok       role     role     absent   feature  feature  feature   feature  revoked  feature  invalid  invalid  invalid   token
manage    foreign  absent   absent   absent   absent   ok       feature  feature  feature   feature  revoked  feature  invalid  invalid  invalid   token
manage    missing  absent   absent   absent   absent   absent   feature  feature  feature   feature  revoked  feature  invalid  invalid  invalid   token
partner   own      token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    invalid  ok       scope     token
partner   foreign  token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    invalid  absent   scope     token
partner   missing  token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    invalid  absent   scope     token
forget    own      token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    invalid  ok       scope     token
forget    foreign  token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    invalid  ok       scope     token
forget    missing  token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    invalid  ok       scope     token
operate   own      token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    ok       invalid  invalid   token
operate   foreign  token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    ok       invalid  invalid   token
operate   missing  token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    absent   invalid  invalid   token
oversee   own      token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    ok       invalid  invalid   token
oversee   foreign  token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    ok       invalid  invalid   token
oversee   missing  token    token    token    token    token    invalid  invalid  invalid   invalid  token    token    ok       invalid  invalid   token
`;

/**
 * Every route with its class and the status of `ok`. `page`: sign-in and the OpenID provider, which read no
 * token of the API; whoever asks gets the status of the row, and a foreign sign-in under way is answered
 * as a missing one. HEAD is answered as GET, and every method that stands nowhere here is refused.
 */
export const ROUTES = `
GET    /                                                         open      302
GET    /docs                                                     open      200
GET    /docs/json                                                open      200
GET    /docs/yaml                                                open      200
GET    /docs/static/index.html                                   open      302
GET    /docs/static/swagger-initializer.js                       open      200
GET    /docs/static/*                                            open      200
GET    /openapi.json                                             open      200
GET    /healthz                                                  open      200
GET    /readyz                                                   open      200
GET    /.well-known/jwks.json                                    open      200
GET    /metrics                                                  operate   200
GET    /problems/:code                                           words     200
GET    /logos/:hash                                              open      200
GET    /.well-known/openid-configuration                         page      200
POST   /.well-known/openid-configuration                         page      404
GET    /.well-known/oauth-authorization-server                   page      200
POST   /.well-known/oauth-authorization-server                   page      404
GET    /oauth/authorize                                          page      400
POST   /oauth/authorize                                          page      404
GET    /oauth/authorize/:uid                                     page      400
POST   /oauth/authorize/:uid                                     page      404
GET    /oauth/token                                              page      404
POST   /oauth/token                                              page      400
GET    /oauth/revoke                                             page      404
POST   /oauth/revoke                                             page      400
GET    /sign-in/:stylesheet                                      page      200
GET    /sign-in/:uid                                             page      400
POST   /sign-in/:uid                                             page      400
GET    /sign-out                                                 page      200
POST   /sign-out                                                 page      200
GET    /v1/session                                               session   200
POST   /v1/session                                               step      200
DELETE /v1/session                                               end       204
GET    /v1/organisations                                         list      200
PUT    /v1/organisations/:organisationId/pin                     pin       204
GET    /v1/organisations/:organisationId/invoices                see-money 200
GET    /v1/organisations/:organisationId/invoices/:invoiceId     see-money 200
GET    /v1/organisations/:organisationId/invoices/:invoiceId/original see-money 200
GET    /v1/organisations/:organisationId/invoices/:invoiceId/pdf see-money 200
GET    /v1/organisations/:organisationId/invoices/:invoiceId/xml see-money 200
GET    /v1/organisations/:organisationId/to-pay                  see-money 200
GET    /v1/organisations/:organisationId/products                see-money 200
GET    /v1/organisations/:organisationId/prepaid                 see-money 200
GET    /v1/organisations/:organisationId/prepaid/outlook         see-money 200
GET    /v1/organisations/:organisationId/prepaid/movements       see-money 200
GET    /v1/organisations/:organisationId/prepaid/top-ups/:topUpId see-money 200
POST   /v1/organisations/:organisationId/prepaid/top-ups         move      201
GET    /v1/organisations/:organisationId/catalogue               see-money 200
GET    /v1/organisations/:organisationId/orders                  see-money 200
POST   /v1/organisations/:organisationId/orders                  see-money 201
GET    /v1/organisations/:organisationId/orders/:orderId         see-money 200
PUT    /v1/organisations/:organisationId/orders/:orderId         see-money 200
POST   /v1/organisations/:organisationId/orders/trial            see-money 200
POST   /v1/organisations/:organisationId/orders/:orderId/placement move    200
POST   /v1/organisations/:organisationId/promo-codes/check       see-money 200
GET    /v1/organisations/:organisationId/partners                manage    200
PUT    /v1/organisations/:organisationId/partners/:partnerId     manage    200
DELETE /v1/organisations/:organisationId/partners/:partnerId     manage    204
GET    /v1/organisations/:organisationId/audit                   manage    200
GET    /v1/organisations/:organisationId/audit/export            manage    200
GET    /v1/partner/clients                                       partner   200
GET    /v1/partner/keys                                          partner   200
POST   /v1/partner/keys                                          partner   201
DELETE /v1/partner/keys/:keyId                                   partner   204
POST   /v1/widget-sessions                                       partner   201
DELETE /v1/widget-sessions/:id                                   forget    204
POST   /v1/operator/organisations/:organisationId/invoices       operate   201
GET    /v1/operator/partners                                     operate   200
POST   /v1/operator/partners                                     operate   201
GET    /v1/operator/partners/:partnerId/clients                  oversee   200
GET    /v1/operator/partners/:partnerId/keys                     oversee   200
POST   /v1/operator/partners/:partnerId/keys                     operate   201
DELETE /v1/operator/partners/:partnerId/keys/:keyId              operate   204
GET    /v1/operator/partners/:partnerId/origins                  oversee   200
POST   /v1/operator/partners/:partnerId/origins                  operate   204
DELETE /v1/operator/partners/:partnerId/origins                  operate   204
POST   /v1/operator/promo-codes                                  operate   201
DELETE /v1/operator/promo-codes/:code                            operate   204
GET    /v1/operator/audit                                        operate   200
GET    /v1/operator/audit/export                                 operate   200
`;
