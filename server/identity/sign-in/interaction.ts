import { errors } from 'oidc-provider';
import type { InteractionResults, Interaction as ProviderInteraction, Provider, Session as ProviderSession } from 'oidc-provider';
import type { IncomingMessage, ServerResponse } from 'node:http';

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
 * Ends the sign-in. Where another person was signed in in this browser, their session ends first, and
 * with it what they had granted; the provider would do so with a page that needs a script.
 * @returns the address at which the provider goes on
 */
export async function endInteraction(provider: Provider, interaction: ProviderInteraction, result: InteractionResults): Promise<string> {
  const before = interaction.session;
  if (before && result.login && before.accountId !== result.login.accountId) {
    await endSession(provider, await provider.Session.find(before.cookie));
    delete interaction.session;
  }
  interaction.result = 'error' in result ? result : { ...interaction.lastSubmission, ...result };
  await interaction.persist();
  return interaction.returnTo;
}

/** Ends a browser's session and every grant that was made in it. */
export async function endSession(provider: Provider, session: ProviderSession | undefined): Promise<void> {
  for (const { grantId } of Object.values(session?.authorizations ?? {})) {
    const grant = grantId === undefined ? undefined : await provider.Grant.find(grantId);
    await grant?.destroy();
  }
  await session?.destroy();
}
