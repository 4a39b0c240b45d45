import type { PortalUser } from './sign-in.ts';

/** Where the gateway is and how this portal is known there. Read from the environment, never sent to a page. */
export interface Gateway {
  url: string;
  apiKey: string;
}

/** What the portal's page may show and do. */
const ELEMENTS = ['org-switcher', 'prepaid-balance', 'promo-code', 'invoice-list'];
const FEATURES = [
  'organisations:list', 'invoices:read', 'products:read', 'prepaid:read', 'prepaid:top-up', 'orders:write', 'orders:place',
];

/**
 * Asks the gateway for a widget session: this person, on this portal's origin, in this organisation (or,
 * where none is given, the one used last). The answer goes to the page as it is.
 */
export async function mintWidgetSession(
  gateway: Gateway,
  user: PortalUser,
  origin: string,
  organisation: string | undefined,
): Promise<{ status: number; body: string }> {
  const response = await fetch(`${gateway.url}/v1/widget-sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ person: user.kontorAccount, organisation, origin, elements: ELEMENTS, features: FEATURES }),
    signal: AbortSignal.timeout(10_000),
  });
  return { status: response.status, body: await response.text() };
}
