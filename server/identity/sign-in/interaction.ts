import { errors } from 'oidc-provider';
import type { InteractionResults, Interaction as ProviderInteraction, Provider } from 'oidc-provider';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '../../storage/database.ts';
import { endSession } from './end-grant.ts';
import type { Ending } from './end-grant.ts';

/** A request as it came in, and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * The sign-in under way that a page belongs to: the one of this browser's cookie.
 * @throws {errors.SessionNotFound} where it has ended, was never here, or is another than the address names
 */
export async function openInteraction(provider: Provider, { request, response }: Exchange, uid: string): Promise<ProviderInteraction> {
  const interaction = await provider.interactionDetails(request, response);
  if (interaction.uid !== uid) throw new errors.SessionNotFound('the cookie is of another interaction');
  return interaction;
}

/**
 * Signs out whoever else was signed in in this browser; the provider would do so with a page that needs a script.
 * @param account who is let in now
 */
export async function signOutOther(database: Database, interaction: ProviderInteraction, account: string, ending: Ending): Promise<void> {
  const before = interaction.session;
  if (!before || before.accountId === account) return;
  await endSession(database, before.uid, ending);
  delete interaction.session;
}

/**
 * Ends the sign-in.
 * @returns the address at which the provider goes on
 */
export async function endInteraction(interaction: ProviderInteraction, result: InteractionResults): Promise<string> {
  interaction.result = 'error' in result ? result : { ...interaction.lastSubmission, ...result };
  await interaction.persist();
  return interaction.returnTo;
}
