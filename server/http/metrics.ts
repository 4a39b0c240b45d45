import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';

/** Media type of the Prometheus text format. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Upper bounds in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

export type MetricKind = 'counter' | 'gauge' | 'histogram';
/** One line of a metric: labels, value and, in a histogram, what is added to the name. */
export type Sample = readonly [labels: Readonly<Record<string, string>>, value: number, suffix?: string];

interface Timing { readonly method: string; readonly route: string; readonly counts: number[]; readonly statuses: Map<number, number>; sum: number; count: number }

/**
 * How many requests there were, and how long they took, by route pattern. Bounded by the number of routes.
 * Our own text, not a library: what is needed of one is this file, and prom-client brings a tracing API with it.
 */
export class RequestMetrics {
  readonly #timings = new Map<string, Timing>();

  add(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${route}`;
    let timing = this.#timings.get(key);
    if (!timing) {
      timing = { method, route, counts: BUCKETS.map(() => 0), statuses: new Map(), sum: 0, count: 0 };
      this.#timings.set(key, timing);
    }
    const bucket = BUCKETS.findIndex((most) => seconds <= most);
    if (bucket >= 0) timing.counts[bucket] = (timing.counts[bucket] ?? 0) + 1;
    timing.statuses.set(status, (timing.statuses.get(status) ?? 0) + 1);
    timing.sum += seconds;
    timing.count += 1;
  }

  text(): string {
    const timings = [...this.#timings.values()];
    const requests = timings.flatMap(({ method, route, statuses }) =>
      [...statuses].map(([status, count]): Sample => [{ method, route, status: String(status) }, count]));
    return metric('kontor_http_requests_total', 'counter', 'Requests answered.', requests)
      + metric('kontor_http_request_seconds', 'histogram', 'How long requests took.', timings.flatMap(durations));
  }
}

/** Hook after an answer. Addresses that are no route count as one. */
export function measureRequest(metrics: RequestMetrics): (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => void {
  return (request, reply, done) => {
    metrics.add(request.method, request.routeOptions.url ?? 'none', reply.raw.statusCode, reply.elapsedTime / 1000);
    done();
  };
}

/** One metric in the text format. */
export function metric(name: string, kind: MetricKind, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value, suffix = '']) => `${name}${suffix}${labelText(labels)} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines, ''].join('\n');
}

function durations({ method, route, counts, sum, count }: Timing): Sample[] {
  let below = 0;
  const buckets = counts.map((here, index): Sample => {
    below += here;
    return [{ method, route, le: String(BUCKETS[index]) }, below, '_bucket'];
  });
  return [...buckets, [{ method, route, le: '+Inf' }, count, '_bucket'], [{ method, route }, sum, '_sum'], [{ method, route }, count, '_count']];
}

/** Labels are our own words: route patterns, statuses, kinds. */
function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, '')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
