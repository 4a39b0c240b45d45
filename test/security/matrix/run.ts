import { ENGINES, Fixture } from '../../support/fixture.ts';
import { RecordingDatabase } from '../../support/recording-database.ts';
import type { SecurityOptions, SecurityReport } from '../report.ts';
import { makeTwoOrganisations } from '../two-organisations.ts';
import { Matrix } from './matrix.ts';
import { ROUTE_ROWS, routesAddedBy, tableFaults } from './route-table.ts';
import type { RouteRow } from './route-table.ts';

/**
 * Every route x every caller x own, foreign and missing organisation, against `access-table.ts`. In full on
 * both databases and by HEAD too; small on the embedded one.
 */
export async function run({ full }: SecurityOptions): Promise<SecurityReport> {
  const counts: Record<string, number> = {};
  const failures = tableFaults();
  for (const engine of full ? ENGINES : (['pglite'] as const)) {
    const tried = await tryAll(engine, full);
    failures.push(...tried.failures.map((failure) => `${engine}: ${failure}`));
    for (const [what, count] of Object.entries(tried.counts)) counts[what] = (counts[what] ?? 0) + count;
  }
  return { name: 'matrix', counts, failures };
}

async function tryAll(engine: (typeof ENGINES)[number], full: boolean): Promise<Pick<SecurityReport, 'counts' | 'failures'>> {
  const recorders: RecordingDatabase[] = [];
  const { result: fixture, routes } = await routesAddedBy(() => Fixture.open(engine, (database) => {
    const recorder = new RecordingDatabase(database);
    recorders.push(recorder);
    return recorder;
  }));
  try {
    const [recorder] = recorders as [RecordingDatabase];
    const matrix = await Matrix.on(await makeTwoOrganisations(fixture), recorder, full);
    // A session that ends itself is of no use afterwards.
    for (const row of ROUTE_ROWS.toSorted((a, b) => Number(a.kind === 'end') - Number(b.kind === 'end'))) {
      if (full && row.method === 'GET') await matrix.askRoute(row, 'HEAD');
      await matrix.askRoute(row);
    }
    // The style sheet's address is the sign-in page's too, as another id.
    const paths = Map.groupBy(ROUTE_ROWS.filter(({ path }) => path !== '/sign-in/:stylesheet'), ({ path }) => path);
    for (const [path, rows] of paths) await matrix.askOthers(path, rows, full ? ['nobody', 'owner', 'operator'] : ['nobody']);
    return { counts: matrix.counts, failures: [...(await routeFaults(fixture, routes)), ...matrix.failures] };
  } finally {
    await fixture.close();
  }
}

/** Routes without a row, and rows without a route. An address that refuses a method is no route for it. */
async function routeFaults({ app }: Fixture, routes: ReadonlySet<string>): Promise<string[]> {
  const rows = new Set(ROUTE_ROWS.flatMap(rowNames));
  const described = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`));
  const unlisted = [...new Set([...routes, ...described])].filter((route) => !rows.has(route));
  const faults: string[] = [];
  for (const route of unlisted) {
    const [method = '', url = ''] = route.split(' ');
    const { statusCode } = await app.inject({ method: method as 'GET', url });
    if (statusCode !== 405) faults.push(`${route} has no row in test/security/access-table.ts: say there who may use it`);
  }
  const gone = [...rows].filter((row) => !routes.has(row));
  return [...faults, ...gone.map((row) => `${row} stands in test/security/access-table.ts and is no route`)];
}

function rowNames({ method, path }: RouteRow): string[] {
  return method === 'GET' ? [`GET ${path}`, `HEAD ${path}`] : [`${method} ${path}`];
}
