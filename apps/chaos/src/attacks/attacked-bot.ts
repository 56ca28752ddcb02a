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
  readonly #ends: AsyncDisposableStack;

  private constructor(parts: {
    sandbox: Sandbox;
    load: MixedLoad;
    metrics: BotMetrics;
    bot: BotProcess;
    facts: StoredFacts;
    ends: AsyncDisposableStack;
  }) {
    ({
      sandbox: this.sandbox,
      load: this.load,
      metrics: this.metrics,
      bot: this.bot,
      facts: this.facts,
      ends: this.#ends,
    } = parts);
  }

  /** @param heartbeatIntervalMs how long a dead connection goes unnoticed; Discord's own interval would make it minutes */
  static async start(options: {
    readonly seed: number;
    readonly heartbeatIntervalMs: number;
    readonly isLenient: boolean;
  }): Promise<AttackedBot> {
    const { seed, heartbeatIntervalMs, isLenient } = options;
    await using ends = new AsyncDisposableStack();
    const sandbox = await startSandbox({
      scene: 'empty',
      rateLimits: false,
      // As for every bot that does not serve thousands of servers.
      maxConcurrency: 1,
      heartbeatIntervalMs,
      record: RECORDED_REQUESTS,
    });
    ends.defer(() => sandbox.close());
    const load = ends.use(await MixedLoad.build({ sandbox, seed, servers: SERVERS, isLenient }));
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-attacked-'));
    ends.defer(() => rm(dataDir, { recursive: true, force: true }));
    const metrics = await BotMetrics.reserve();
    const environment = {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATA_DIR: dataDir,
      HTTP_PORT: metrics.port,
      LOG_FORMAT: 'json',
      ...load.environment,
    };
    const bot = ends.use(BotProcess.start(environment));
    await bot.says('Up in');
    await load.prepare();
    const facts = ends.use(await StoredFacts.openEmbedded(dataDir));
    return new AttackedBot({ sandbox, load, metrics, bot, facts, ends: ends.move() });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.sandbox.faults.clear();
    await this.load.stop();
    await this.#ends.disposeAsync();
  }
}
