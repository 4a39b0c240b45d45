import type { FastifyRequest } from 'fastify';
import type { App, AppParts } from '../http/app-parts.ts';
import { requireOperator } from '../http/authenticate.ts';
import { declare } from '../http/declare.ts';
import { METRICS_TYPE, metric } from '../http/metrics.ts';
import type { RequestMetrics } from '../http/metrics.ts';
import { limitCaller } from '../http/limit-requests.ts';
import { ProcessMetrics } from '../http/process-metrics.ts';
import { checkOperatorKey } from '../identity/operator-key.ts';
import { measureJobs } from '../jobs/measure-jobs.ts';

const declared = declare({
  tag: 'Operation', access: 'operator', summary: 'Figures for Prometheus',
  description: 'For the operator\'s key, or one of its own that opens nothing else (KONTOR_METRICS_KEY). Names and labels may change between versions.',
  answers: { 200: { description: 'The text format of Prometheus.', mediaTypes: ['text/plain'] } },
});

/** What this gateway did since it started, and the queue and pool at this moment. */
export function metricsRoute(app: App, { database, clock, metricsKeyHash }: AppParts, requests: RequestMetrics): void {
  const ofProcess = new ProcessMetrics();
  app.addHook('onClose', async () => ofProcess.stop());
  const onRequest = [metricsKeyHash === undefined ? requireOperator : requireEither(metricsKeyHash), limitCaller];

  app.get('/metrics', { ...declared, onRequest }, async (_request, reply) => {
    const jobs = Object.entries(await measureJobs(database, clock.now())).map(([state, count]) => [{ state }, count] as const);
    const pool = Object.entries(database.connections?.() ?? {}).map(([state, count]) => [{ state }, count] as const);
    const text = requests.text() + ofProcess.text()
      + metric('kontor_jobs', 'gauge', 'Jobs that are not done: failed ones wait for somebody.', jobs)
      + metric('kontor_database_connections', 'gauge', 'Connections, and who waits for one.', pool);
    return await reply.type(METRICS_TYPE).send(text);
  });
}

/** The key for this alone, or the operator's. */
function requireEither(metricsKeyHash: string): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    try {
      checkOperatorKey(/^bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '', metricsKeyHash);
    } catch {
      await requireOperator(request);
    }
  };
}
