import { relative } from 'node:path';
import { DEMO_LOGINS, DEMO_OPERATOR_KEY, DEMO_PARTNER, DEMO_PASSWORD, LARGE_LOGIN } from '../server/seed/demo-credentials.ts';

export interface WelcomeFacts {
  readonly gateway: string;
  readonly portal: string;
  readonly engine: 'pglite' | 'postgres';
  readonly folder: string;
  readonly kind: 'demo' | 'large';
}

/** The one screen after a start. */
export function welcome({ gateway, portal, engine, folder, kind }: WelcomeFacts): string {
  const logins = kind === 'large' ? [LARGE_LOGIN, ...DEMO_LOGINS] : DEMO_LOGINS;
  const where = engine === 'pglite'
    ? `embedded in ${relative(process.cwd(), folder) || folder} (never synced to disk: production uses DATABASE_URL)`
    : 'the PostgreSQL of DATABASE_URL';
  return [
    '',
    `  Portal     ${portal}`,
    `  Gateway    ${gateway}`,
    `  API        ${gateway}/docs  ·  ${gateway}/openapi.json`,
    `  Data       ${where}`,
    '  Extension  npm run build:extension, then load dist/extension/chromium at chrome://extensions',
    '',
    `  Sign in at the portal, or at the gateway from the extension, with the password ${DEMO_PASSWORD}:`,
    ...logins.map(({ email, shows }) => `    ${email.padEnd(30)} ${shows}`),
    '',
    `  Partner's API key   ${DEMO_PARTNER.key}`,
    `  Operator's key      ${DEMO_OPERATOR_KEY}`,
    '',
    '  Ctrl-C ends it all.',
    '',
  ].join('\n');
}
