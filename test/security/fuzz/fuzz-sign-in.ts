import fc from 'fast-check';
import { EXTENSION_CLIENT_ID, EXTENSION_REDIRECTS } from '../../../shared/domain/extension-client.ts';
import { GATEWAY } from '../../support/fixture.ts';
import type { Fixture } from '../../support/fixture.ts';
import { injectFetch, SignInClient } from '../../support/sign-in-client.ts';
import type { Visit } from '../../support/sign-in-client.ts';
import type { OperationReport } from './fuzz-operation.ts';
import { hostileName, hostileText } from './hostile-values.ts';
import { TRACES } from './traces.ts';

/** Where the pages and endpoints of sign-in take forms, which the API's description does not tell. */
const PLACES = {
  '/oauth/authorize': [
    'client_id', 'redirect_uri', 'response_type', 'state', 'nonce', 'scope', 'resource', 'code_challenge', 'code_challenge_method', 'prompt', 'login_hint', 'max_age', 'ui_locales',
    'claims', 'claims_locales', 'request', 'request_uri', 'response_mode', 'id_token_hint', 'acr_values', 'display', 'dpop_jkt', 'registration',
  ],
  '/oauth/token': ['grant_type', 'code', 'redirect_uri', 'code_verifier', 'client_id', 'client_secret', 'refresh_token', 'scope', 'resource', 'client_assertion', 'client_assertion_type', 'assertion'],
  '/oauth/revoke': ['token', 'token_type_hint', 'client_id', 'client_secret'],
  '/sign-in/x': ['token', 'email', 'password', 'act', 'lang'],
  '/sign-out': ['token', 'lang', 'post_logout_redirect_uri', 'id_token_hint'],
} as const;

type Place = keyof typeof PLACES;
type Pairs = readonly (readonly [string, string])[];

interface Shot {
  readonly place: Place;
  readonly method: 'GET' | 'POST';
  readonly fields: Pairs;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent to the form of a sign-in that is under way, begun with these fields changed. */
  readonly underWay: boolean;
}

const usual = fc.constantFrom<string>(
  EXTENSION_CLIENT_ID, EXTENSION_REDIRECTS[0], 'code', 'S256', 'openid offline_access', `${GATEWAY}/v1`, 'none', 'login consent', 'authorization_code', 'refresh_token', 'sign-in', 'cancel', 'x'.repeat(43), '0', '-1', '{}', '{"id_token":{"sub":{"value":"x"}}}',
);

const header = fc.constantFrom<Readonly<Record<string, string>>>(
  {}, {}, {}, { dpop: 'a.b.c' }, { dpop: 'x'.repeat(9000) }, { cookie: 'kontor-interaction=x; kontor-interaction.sig=x; kontor-sign-in=../x; kontor-resume=%00' }, { origin: 'https://evil-host.test' }, { authorization: 'Basic OjpcAA==' },
  { 'x-forwarded-host': 'evil-host.test', host: 'evil-host.test', 'x-forwarded-proto': 'gopher' }, { 'accept-language': 'x;q=é' }, { accept: 'application/json' }, { 'x-forwarded-for': "1.2.3.4, '; drop" },
);

const places = Object.keys(PLACES) as Place[];

const shots: fc.Arbitrary<Shot> = fc.constantFrom<Place>(...places, '/oauth/authorize', '/oauth/authorize').chain((place) => {
  const name = fc.oneof({ weight: 12, arbitrary: fc.constantFrom<string>(...PLACES[place]) }, { weight: 1, arbitrary: hostileName });
  const field = fc.tuple(name, fc.oneof(hostileText, usual, fc.constantFrom('\u0000', 'a\u0000b'))).map(([one, text]) => [one, text.toWellFormed()] as const);
  return fc.record({ place: fc.constant(place), method: fc.constantFrom('GET', 'POST'), fields: fc.array(field, { maxLength: 8 }), headers: header, underWay: fc.boolean() });
});

/** Forms of sign-in with fields that nobody would send, at the endpoints and in the middle of a sign-in. */
export async function fuzzSignIn(fixture: Fixture, { runs, seed }: { runs: number; seed: number }): Promise<OperationReport> {
  const count = { requests: 0, byWire: 0, successes: 0 };
  let findings: OperationReport['findings'] = [];
  const property = fc.asyncProperty(shots, async (shot) => {
    count.requests += 1;
    const client = new SignInClient(GATEWAY, injectFetch(fixture.app));
    const visit = shot.underWay ? await throughForm(client, shot) : await straight(client, shot);
    if (visit.response.status < 400) count.successes += 1;
    const what = faultOf(visit, shot);
    if (what === undefined) return;
    findings = [{ kind: /answered 5/.test(what) ? '5xx' : 'leaks', what }];
    throw new Error(`${what}: ${visit.body.slice(0, 300)}`);
  });
  const { failed, counterexample, counterexamplePath, errorInstance } = await fc.check(property, { numRuns: runs, seed });
  const failure = failed ? `sign-in (seed ${seed}, path ${counterexamplePath}): ${String(errorInstance)}\n      ${curlOf(counterexample?.[0])}` : undefined;
  return { ...count, findings, failure };
}

async function straight(client: SignInClient, { place, method, fields, headers }: Shot): Promise<Visit> {
  const text = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  if (method === 'GET') return await client.open(`${GATEWAY}${place}?${text}`, { headers: { ...headers } });
  return await client.open(`${GATEWAY}${place}`, { method, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body: text });
}

/** Begins a sign-in with the first field among the sound ones, then sends the form with all of them. */
async function throughForm(client: SignInClient, { place, fields }: Shot): Promise<Visit> {
  const begins = place === '/oauth/authorize' ? Object.fromEntries(fields.slice(0, 1)) : {};
  const page = await client.open((await client.request(begins)).url);
  if (!/<form/.test(page.body)) return page;
  return await client.submit(page, { email: 'nobody@example.com', act: 'sign-in', ...Object.fromEntries(fields) });
}

function faultOf({ response, redirect, body }: Visit, { fields }: Shot): string | undefined {
  const { status, headers } = response;
  if (status >= 500) return `answered ${status}`;
  if (redirect && !EXTENSION_REDIRECTS.some((ours) => redirect.href.startsWith(ours))) return `redirects to ${redirect.href}`;
  const told = fields.map(([, value]) => value).join(' ');
  const [trace] = TRACES.exec(body) ?? [];
  if (trace !== undefined && !told.includes(trace)) return `tells of the inside: ${trace}`;
  if (/evil-host/.test(`${body}${headers.get('location')}`) && !/evil-host/.test(told)) return 'believes another host';
  return /<script|<img|onerror=/i.test(body) ? 'prints what it was sent as a tag' : undefined;
}

function curlOf(shot: Shot | undefined): string {
  if (!shot) return '';
  const fields = shot.fields.map(([name, value]) => `--data-urlencode $'${JSON.stringify(`${name}=${value}`).slice(1, -1).replaceAll("'", String.raw`\'`)}'`);
  const told = Object.entries(shot.headers).map(([name, value]) => `-H '${name}: ${value}'`);
  const note = shot.underWay ? '   # in the form of a sign-in under way' : '';
  return `curl -i ${shot.method === 'GET' ? '-G ' : ''}'${GATEWAY}${shot.place}' ${[...told, ...fields].join(' ')}${note}`;
}
