import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { browserOptions } from '../support/browser.ts';
import { browserReporter } from '../support/runner/browser-reporter.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A part of the kit that does not arrive: a test names its file in a cookie. */
function refuse(context, next) {
  const file = context.path.split('/').at(-1);
  if (!context.cookies.get(`refused-${file}`)) return next();
  context.status = 503;
}

export default {
  rootDir: root,
  middleware: [refuse],
  files: 'test/browser/**/*.test.ts',
  // Lit's development build turns mistakes (a class field that shadows a property) into errors.
  nodeResolve: { exportConditions: ['development', 'default'] },
  // The decorators work only as tsconfig.json sets them: docs/decisions tells why.
  plugins: [esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json`, target: 'es2022' })],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: browserOptions() })],
  concurrency: 2,
  testsStartTimeout: 60_000,
  testFramework: { config: { timeout: 10_000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [browserReporter(process.env.KONTOR_TEST_TALLY)],
};
