import { monitorEventLoopDelay } from 'node:perf_hooks';
import { metric } from './metrics.ts';

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

/** The process and its event loop. */
export class ProcessMetrics {
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });

  constructor() {
    this.#delay.enable();
  }

  stop(): void {
    this.#delay.disable();
  }

  /** The delay is that since the text was asked for last. */
  text(): string {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, external } = process.memoryUsage();
    const delays = ([['0.5', 50], ['0.99', 99], ['1', 100]] as const)
      .map(([quantile, percent]) => [{ quantile }, this.#delay.percentile(percent) / NANOSECONDS] as const);
    this.#delay.reset();
    return metric('kontor_event_loop_delay_seconds', 'gauge', 'How late the event loop was.', delays)
      + metric('process_cpu_seconds_total', 'counter', 'Processor time used.', [[{}, (user + system) / MICROSECONDS]])
      + metric('process_resident_memory_bytes', 'gauge', 'Memory held.', [[{}, rss]])
      + metric('process_start_time_seconds', 'gauge', 'When the process began.', [[{}, Math.round(performance.timeOrigin / 1000)]])
      + metric('nodejs_heap_used_bytes', 'gauge', 'Heap in use.', [[{}, heapUsed]])
      + metric('nodejs_external_memory_bytes', 'gauge', 'Memory outside the heap.', [[{}, external]]);
  }
}
