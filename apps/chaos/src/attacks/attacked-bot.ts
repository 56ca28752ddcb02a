import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotMetrics, BotProcess } from '@twi/proving';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { MixedLoad } from '../load/mixed-load.ts';
import { StoredFacts } from '../load/stored-facts.ts';

const SERVERS = 2;
/** More than any scenario makes. */
const RECORDED_REQUESTS = 200_000;

/** The whole bot at a local Discord that is about to misbehave, with people who use all of its plugins. */
export class AttackedBot implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly load: MixedLoad;
  readonly metrics: BotMetrics;
  readonly bot: BotProcess;
  readonly facts: StoredFacts;
  readonly #dataDir: string;

  private constructor(parts: {
    sandbox: Sandbox;
    load: MixedLoad;
    metrics: BotMetrics;
    bot: BotProcess;
    facts: StoredFacts;
    dataDir: string;
  }) {
    ({
      sandbox: this.sandbox,
      load: this.load,
      metrics: this.metrics,
      bot: this.bot,
      facts: this.facts,
      dataDir: this.#dataDir,
    } = parts);
  }

  /** @param heartbeatIntervalMs how long a dead connection goes unnoticed; Discord's own interval would make it minutes */
  static async start(options: {
    readonly seed: number;
    readonly heartbeatIntervalMs: number;
  }): Promise<AttackedBot> {
    const { seed, heartbeatIntervalMs } = options;
    const sandbox = await startSandbox({
      scene: 'empty',
      rateLimits: false,
      // As for every bot that does not serve thousands of servers.
      maxConcurrency: 1,
      heartbeatIntervalMs,
      record: RECORDED_REQUESTS,
    });
    const load = await MixedLoad.build({ sandbox, seed, servers: SERVERS });
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-attacked-'));
    const metrics = await BotMetrics.reserve();
    const bot = BotProcess.start({
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATA_DIR: dataDir,
      HTTP_PORT: metrics.port,
      LOG_FORMAT: 'json',
      ...load.environment,
    });
    await bot.says('Up in');
    await load.prepare();
    const facts = await StoredFacts.openEmbedded(dataDir);
    return new AttackedBot({ sandbox, load, metrics, bot, facts, dataDir });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.sandbox.faults.clear();
    await this.load[Symbol.asyncDispose]();
    await this.facts[Symbol.asyncDispose]();
    await this.bot.end('SIGTERM');
    await this.sandbox.close();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
