import type { Authorisation } from '../../shared/client/gateway/authorisation.ts';
import { GatewayClient } from '../../shared/client/gateway/gateway-client.ts';
import { GatewayTransport } from '../../shared/client/gateway/gateway-transport.ts';
import type { CallOptions } from '../../shared/client/kontor-client.ts';
import type { Session } from '../../shared/contract/session.ts';

/**
 * Steps a signed-in person into an organisation.
 * @param organisation its id; undefined: the one the person used last
 * @throws {KontorError} where the gateway refuses it or is not reached
 */
export async function connectPerson(
  gateway: string,
  authorisation: Authorisation,
  organisation: string | undefined,
  options?: CallOptions,
): Promise<GatewayClient> {
  const transport = new GatewayTransport(gateway, authorisation);
  const body = organisation === undefined ? {} : { organisation };
  const session = await transport.json<Session>('/v1/session', { method: 'POST', body, ...options });
  return new GatewayClient(session, transport);
}
