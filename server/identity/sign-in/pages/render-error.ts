import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { errors } from 'oidc-provider';
import { chooseLanguage } from '../choose-language.ts';
import { noticePage } from './notice-page.ts';
import type { Notice } from './notice-page.ts';
import { pagePolicy } from './page.ts';

/** The page that the provider shows where it cannot send an error back to the client. */
export async function renderError(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): Promise<void> {
  const { ui_locales: wished } = ctx.query;
  const language = chooseLanguage(typeof wished === 'string' ? wished : undefined, ctx.get('accept-language'));
  ctx.type = 'html';
  ctx.set('content-security-policy', pagePolicy());
  ctx.body = noticePage(language, noticeOf(out, error), String(ctx.res.getHeader('x-request-id')));
}

function noticeOf({ error: code }: ErrorOut, error: Error): Notice {
  if (error instanceof errors.SessionNotFound) return 'expired';
  return code === 'server_error' ? 'fault' : 'refused';
}
