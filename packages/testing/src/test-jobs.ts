import type { Host } from '@twi/host';
import type { TestClock } from './test-clock.ts';

/** The jobs of a test bot's plugins. */
export class TestJobs {
  readonly #host: () => Host;
  readonly #clock: TestClock;

  constructor(host: () => Host, clock: TestClock) {
    this.#host = host;
    this.#clock = clock;
  }

  /**
   * Runs a job now, as its schedule or its plugin would, and resolves when nothing is due any more.
   *
   * @param name `<plugin>/<job>`
   * @throws {TypeError} when there is no such job, or the data does not fit it.
   */
  async run(name: string, data: unknown = {}): Promise<void> {
    const [pluginId = '', job = ''] = name.split('/');
    const plugin = this.#host().plugins.get(pluginId)?.plugin;
    if (!plugin) throw new TypeError(`No plugin "${pluginId}" is loaded; jobs are named "<plugin>/<job>".`);
    await this.#host().jobs.jobsOf(plugin).send(job, data);
    await this.#clock.settleJobs();
  }
}
