import type { Session, WidgetSession } from '../../shared/contract/session.ts';

/** Organisations that the edge knows; any other id is not found. */
export const ACME = '0190a000-0000-7000-8000-000000000001';
export const BETA = '0190a000-0000-7000-8000-000000000002';
export const GAMMA = '0190a000-0000-7000-8000-000000000003';
const NAMES: Readonly<Record<string, string>> = { [ACME]: 'Acme', [BETA]: 'Beta', [GAMMA]: 'Gamma' };

/**
 * The network's edge of a page: stands in the place of `window.fetch` and answers as the contract says.
 * The wire itself is proven against the real gateway in `test/contract`.
 */
export class EdgeGateway {
  /** Organisations whose sessions were ended, in order. */
  readonly ended: string[] = [];
  /** Sessions that were asked for, by what was asked. */
  readonly wishes: (string | undefined)[] = [];
  /** What happens before an answer; rejecting is a gateway that cannot be reached. */
  before: () => Promise<void> = async () => {};
  #real = window.fetch;
  #minted = 0;
  #heard = Promise.withResolvers<void>();

  constructor() {
    window.fetch = (input, init) => this.#answer(new Request(input, init));
  }

  restore(): void {
    window.fetch = this.#real;
  }

  /** Waits until so many sessions were ended. */
  async hasEnded(count: number): Promise<void> {
    while (this.ended.length < count) await this.#heard.promise;
  }

  /** The page's function, as a portal's backend would serve it. */
  fetchToken = async ({ organisation }: { organisation: string | undefined }): Promise<WidgetSession> => {
    this.wishes.push(organisation);
    const at = organisation ?? ACME;
    return { id: crypto.randomUUID(), token: `${at}.${++this.#minted}`, expiresIn: 600, organisation: at };
  };

  async #answer(request: Request): Promise<Response> {
    await this.before();
    request.signal.throwIfAborted();
    const organisation = request.headers.get('authorization')?.slice('Bearer '.length).split('.')[0] ?? '';
    if (request.method === 'DELETE') {
      this.ended.push(NAMES[organisation] ?? organisation);
      this.#heard.resolve();
      this.#heard = Promise.withResolvers<void>();
      return new Response(null, { status: 204 });
    }
    const name = NAMES[organisation];
    if (name === undefined) return Response.json(NOT_FOUND, { status: 404 });
    return Response.json(sessionIn(organisation, name));
  }
}

const NOT_FOUND = {
  type: '/problems/KONTOR_NOT_FOUND', title: 'There is no such thing, or not for you.',
  status: 404, code: 'KONTOR_NOT_FOUND', requestId: 'r-1',
};

function sessionIn(id: string, name: string): Session {
  return {
    id: crypto.randomUUID(),
    person: { id: '0190a000-0000-7000-8000-00000000000a', name: 'Mila Rossi', language: 'it' },
    partner: { id: '0190a000-0000-7000-8000-00000000000b', name: 'Atelier' },
    organisation: { id, name, kind: 'company', logo: null, role: 'owner', billingRight: true, currency: 'CHF', administrators: [] },
    elements: ['org-switcher', 'invoice-list'],
    features: ['organisations:list', 'invoices:read'],
    expiresAt: '2026-03-02T09:10:00Z',
    today: '2026-03-02',
  };
}
