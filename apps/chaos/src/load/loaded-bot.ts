import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { MixedLoad } from './mixed-load.ts';
import { StoredFacts } from './stored-facts.ts';

export interface LoadedBotOptions {
  readonly seed: number;
  /** Whether the bot brings its own PostgreSQL, or uses one that lives on without it. */
  readonly database: 'embedded' | 'external';
  readonly servers?: number;
  /** How long people wait for what was deferred, in milliseconds. */
  readonly patienceMs?: number;
  /** Whether the bot is there all the time, so that Discord tells it of everything. */
  readonly isHeard?: boolean;
  /** Whether nobody is blamed for silence while the machine has no processor to spare, as one that builds: in tests. */
  readonly isLenient?: boolean | undefined;
  /** What else is in the environment of the bot. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A bot under a mixed load: its Discord, its database, its folders, and the process, which comes and goes. */
export class LoadedBot implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly load: MixedLoad;
  /** Everything that it may leave on disk is in here: `data` and `temporary`. */
  readonly folder: string;
  readonly #database: TestDatabase | undefined;
  readonly #environment: Readonly<Record<string, string>>;

  private constructor(
    parts: { sandbox: Sandbox; load: MixedLoad; folder: string; database: TestDatabase | undefined },
    environment: Readonly<Record<string, string>>,
  ) {
    this.sandbox = parts.sandbox;
    this.load = parts.load;
    this.folder = parts.folder;
    this.#database = parts.database;
    this.#environment = environment;
  }

  static async build(options: LoadedBotOptions): Promise<LoadedBot> {
    const { seed, database: kind, servers, patienceMs, isHeard, isLenient, environment } = options;
    const sandbox = await startSandbox({ scene: 'empty', rateLimits: false });
    const load = await MixedLoad.build({
      sandbox,
      seed,
      patienceMs,
      isHeard,
      isLenient,
      ...(servers !== undefined && { servers }),
    });
    const database = kind === 'external' ? await createTestDatabase() : undefined;
    const folder = await mkdtemp(join(tmpdir(), 'twi-loaded-'));
    const temporary = await mkdtemp(join(folder, 'temporary-'));
    return new LoadedBot(
      { sandbox, load, folder, database },
      {
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        DATA_DIR: join(folder, 'data'),
        TMPDIR: temporary,
        ...(database && { DATABASE_URL: database.url }),
        ...load.environment,
        ...environment,
      },
    );
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  /** Starts the process; it is up when it says so. */
  start(): BotProcess {
    return BotProcess.start(this.#environment);
  }

  /** The database, seen past the bot; an embedded one while it runs. */
  facts(): Promise<StoredFacts> {
    return this.#database ? StoredFacts.open(this.#database.url) : StoredFacts.openEmbedded(this.dataDir);
  }

  /** The database while no bot runs: an embedded one is started where the last bot did not leave it running. */
  factsInPeace(): Promise<StoredFacts> {
    return this.#database ? StoredFacts.open(this.#database.url) : StoredFacts.openAlone(this.dataDir);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.load[Symbol.asyncDispose]();
    await this.sandbox.close();
    await this.#database?.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
