import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsRepository } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Host, type HostOptions, startHost } from '@twi/host';
import { type Faults, type Sandbox, startSandbox } from '@twi/sandbox';
import type { Plugin } from '@twi/sdk';
import { DatabaseClock } from './database-clock.ts';
import { reverseAction, type ReversalWish } from './reverse-action.ts';
import { TestClock } from './test-clock.ts';
import { TestGuild } from './test-guild.ts';
import { TestJobs } from './test-jobs.ts';
import { TestSurroundings } from './test-surroundings.ts';

export interface TestBotOptions extends Pick<
  HostOptions,
  | 'pluginPaths'
  | 'ownerIds'
  | 'secrets'
  | 'privatePlaces'
  | 'resolveHost'
  | 'encryptionKeys'
  | 'serviceSecrets'
  | 'serviceAddresses'
> {
  /** The plugins that the bot runs. */
  readonly plugins?: readonly Plugin[];
  /** The privileged intents (bits) that are switched on for it in the Developer Portal, all by default. */
  readonly privilegedIntents?: number;
}

export interface TestGuildOptions {
  /** The ids of the plugins that are on. */
  readonly enable?: readonly string[];
  /** What prefix commands begin with, such as `!`; without it, with a mention of the bot. */
  readonly prefix?: string;
}

interface Parts {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  readonly directory: string;
}

/** A whole bot: the real host, discord.js and PostgreSQL against a sandboxed Discord. One per test file. */
export class TestBot implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  /** Time, which can be moved ahead. */
  readonly clock: TestClock;
  /** The plugins' jobs. */
  readonly jobs: TestJobs;
  readonly #options: TestBotOptions;
  readonly #directory: string;
  readonly #surroundings: TestSurroundings;
  #host: Host | undefined;

  private constructor(options: TestBotOptions, { sandbox, database, directory }: Parts) {
    this.#options = options;
    this.sandbox = sandbox;
    this.database = database;
    this.#directory = directory;
    this.#surroundings = new TestSurroundings(sandbox);
    this.clock = new TestClock(new DatabaseClock(database.handle.db), () => this.transcript);
    this.jobs = new TestJobs(() => this.host, this.clock);
  }

  /** Starts the bot with a Discord and a database of its own. */
  static async start(options: TestBotOptions = {}): Promise<TestBot> {
    const { privilegedIntents } = options;
    const [sandbox, database, directory] = await Promise.all([
      startSandbox({
        scene: 'empty',
        rateLimits: false,
        ...(privilegedIntents !== undefined && { privilegedIntents }),
      }),
      createTestDatabase(),
      mkdtemp(join(tmpdir(), 'twi-test-bot-')),
    ]);
    const bot = new TestBot(options, { sandbox, database, directory });
    try {
      await new DatabaseClock(database.handle.db).install();
      await bot.#start();
      return bot;
    } catch (error) {
      await bot[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** The running host. @throws {Error} while the bot is stopped. */
  get host(): Host {
    if (!this.#host) throw new Error('The bot is stopped.');
    return this.#host;
  }

  /** Makes Discord misbehave: failing requests, latency, lost connections, events twice or late. */
  get fault(): Faults {
    return this.sandbox.faults;
  }

  /** Every line that the bot logged, as JSON. */
  get logs(): readonly string[] {
    return this.#surroundings.logs;
  }

  /** The latest requests of the bot with Discord's verdicts, and the warnings and errors that it logged. */
  get transcript(): string {
    return this.#surroundings.transcript();
  }

  /**
   * Prints the transcript of a test that failed.
   *
   * @example
   * afterEach((context) => bot.explainFailure(context));
   */
  explainFailure({ task }: { readonly task: { readonly result?: { readonly state?: string } } }): void {
    if (task.result?.state === 'fail') process.stderr.write(`${this.transcript}\n`);
  }

  /** Makes a guild that the bot is in, and switches plugins on in it. */
  async guild({ enable = [], prefix }: TestGuildOptions = {}): Promise<TestGuild> {
    const owner = this.sandbox.createUser({ username: `owner${this.sandbox.guilds.length}` });
    const guild = new TestGuild(
      this.#surroundings,
      this.sandbox.createGuild({ name: `Guild ${this.sandbox.guilds.length + 1}`, ownerId: owner.id }),
    );
    const { database, enablement, reconciler } = this.host;
    if (prefix !== undefined) {
      await new SettingsRepository(database.db).append({
        guildId: guild.id,
        pluginId: 'core',
        value: { prefix },
        schemaVersion: 1,
        changedBy: null,
      });
    }
    await enablement.enable(guild.id, enable, owner.id);
    await reconciler.reconcileGuild(guild.id);
    return guild;
  }

  /** Takes back what was done, as `/undo` does; resolves with what it says. @throws {UserError} why it cannot be taken back. */
  undo(wish: ReversalWish): Promise<string> {
    return reverseAction(this.host, 'undo', wish);
  }

  /** Does again what was taken back, as `/redo` does; resolves with what it says. @throws {UserError} why it cannot be done. */
  redo(wish: ReversalWish): Promise<string> {
    return reverseAction(this.host, 'redo', wish);
  }

  /** Stops the bot and starts it again, on the same Discord and database. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#start();
  }

  /** Stops the bot; Discord and the database go on. */
  async stop(): Promise<void> {
    const host = this.#host;
    this.#host = undefined;
    await host?.stop('the test asked for it');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.clock.restore();
    await this.stop();
    await this.sandbox.close();
    await this.database.close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const { plugins = [], privilegedIntents: _, ...options } = this.#options;
    this.#host = await startHost({
      ...options,
      token: this.sandbox.token,
      apiUrl: this.sandbox.apiUrl,
      databaseUrl: this.database.url,
      dataDir: this.#directory,
      givenPlugins: plugins.map((plugin) => ({ plugin })),
      logFormat: 'json',
      strictTexts: true,
      logTo: (line) => void this.#surroundings.logs.push(line),
    });
    // Discord takes 50 a second of a bot, and discord.js keeps to that by waiting; the sandbox takes all here.
    this.#host.client.rest.options.globalRequestsPerSecond = Infinity;
  }
}
