import { connectGateway, type GatewayClient } from '../../shared/client/gateway/gateway-client.ts';
import type { FetchToken } from '../../shared/client/gateway/widget-token-source.ts';
import { Fixture, type MadePartner, ORIGIN } from './fixture.ts';
import { fetchAsPage } from './page-fetch.ts';
import { TroubledLine } from './troubled-line.ts';

/** The gateway behind a line, and a page of a partner's portal in front of it. */
export class ClientFixture {
  readonly gateway: Fixture;
  readonly line: TroubledLine;

  private constructor(gateway: Fixture, line: TroubledLine) {
    this.gateway = gateway;
    this.line = line;
  }

  /** Ends with the test file. */
  static async start(): Promise<ClientFixture> {
    const gateway = await Fixture.start();
    const address = await gateway.app.listen({ host: '127.0.0.1', port: 0 });
    const line = await TroubledLine.before(address);
    fetchAsPage(ORIGIN);
    return new ClientFixture(gateway, line);
  }

  /** An owner with an organisation of her own, at a portal that she gave full access. */
  async visitor(): Promise<Visitor> {
    const { account, organisation, partner } = await this.gateway.signedIn();
    return new Visitor(this, account, organisation, partner);
  }
}

/** A person with the portal's page open. */
export class Visitor {
  readonly account: string;
  readonly organisation: string;
  readonly partner: MadePartner;
  /** Sessions that the portal's backend asked for. */
  readonly minted: { id: string; token: string }[] = [];
  /** What the backend adds to its request. */
  readonly request: Record<string, unknown> = {};
  readonly #fixture: ClientFixture;

  constructor(fixture: ClientFixture, account: string, organisation: string, partner: MadePartner) {
    this.#fixture = fixture;
    this.account = account;
    this.organisation = organisation;
    this.partner = partner;
  }

  /** The page's function, as the portal's backend serves it. */
  readonly fetchToken: FetchToken = async ({ organisation }) => {
    const wish = organisation === undefined ? {} : { organisation };
    const { body } = await this.#fixture.gateway.mint(this.partner, { person: this.account, ...wish, ...this.request });
    this.minted.push(body);
    return body;
  };

  connect(organisation?: string, fetchToken: FetchToken = this.fetchToken, signal?: AbortSignal): Promise<GatewayClient> {
    return connectGateway(this.#fixture.line.address, fetchToken, organisation, signal && { signal });
  }

  /** Another organisation of the same person at the same portal. */
  async another(name: string): Promise<string> {
    const { gateway } = this.#fixture;
    const organisation = await gateway.organisation(name);
    await gateway.member(organisation, this.account);
    await gateway.grant(organisation, this.partner);
    return organisation;
  }
}
