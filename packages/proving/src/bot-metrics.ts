import { freePort } from './free-port.ts';

const MS_PER_SECOND = 1_000;

/** What a process of the bot tells of itself. */
interface Measured {
  /** How late the event loop was since the reading before, in milliseconds. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
  /** Time that it has computed since its start. */
  readonly cpuSeconds: number;
}

/** Asks a process of the bot for its metrics. */
export class BotMetrics {
  /** For its `HTTP_PORT`. */
  readonly port: string;

  private constructor(port: number) {
    this.port = String(port);
  }

  static async reserve(): Promise<BotMetrics> {
    return new BotMetrics(await freePort());
  }

  /** Every number by its name with its labels, such as `nodejs_active_resources{type="Timeout"}`. */
  async values(): Promise<ReadonlyMap<string, number>> {
    const response = await fetch(`http://127.0.0.1:${this.port}/metrics`);
    const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => {
        const end = line.lastIndexOf(' ');
        return [line.slice(0, end), Number(line.slice(end))];
      }),
    );
  }

  async read(): Promise<Measured> {
    const values = await this.values();
    const value = (name: string): number => values.get(name) ?? Number.NaN;
    return {
      loopP99Ms: value('nodejs_eventloop_lag_p99_seconds') * MS_PER_SECOND,
      loopMaxMs: value('nodejs_eventloop_lag_max_seconds') * MS_PER_SECOND,
      cpuSeconds: value('process_cpu_seconds_total'),
    };
  }
}
