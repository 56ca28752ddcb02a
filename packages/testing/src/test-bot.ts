import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, type HostOptions, startHost } from '@twi/host';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import type { Plugin } from '@twi/sdk';
import { TestGuild } from './test-guild.ts';

export interface TestBotOptions extends Pick<HostOptions, 'pluginPaths' | 'ownerIds' | 'secrets'> {
  /** The plugins that the bot runs. */
  readonly plugins?: readonly Plugin[];
}

/** A whole bot: the real host, discord.js and PostgreSQL against a sandboxed Discord. One per test file. */
export class TestBot implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  /** Every line that the bot logged. */
  readonly logs: string[] = [];
  readonly #options: TestBotOptions;
  readonly #directory: string;
  #host: Host | undefined;

  private constructor(
    options: TestBotOptions,
    parts: { sandbox: Sandbox; database: TestDatabase; directory: string },
  ) {
    this.#options = options;
    this.sandbox = parts.sandbox;
    this.database = parts.database;
    this.#directory = parts.directory;
  }

  /** Starts the bot with a Discord and a database of its own. */
  static async start(options: TestBotOptions = {}): Promise<TestBot> {
    const [sandbox, database, directory] = await Promise.all([
      startSandbox({ scene: 'empty', rateLimits: false }),
      createTestDatabase(),
      mkdtemp(join(tmpdir(), 'twi-test-bot-')),
    ]);
    const bot = new TestBot(options, { sandbox, database, directory });
    await bot.#start();
    return bot;
  }

  /** The running host. @throws {Error} while the bot is stopped. */
  get host(): Host {
    if (!this.#host) throw new Error('The bot is stopped.');
    return this.#host;
  }

  /** Makes a guild that the bot is in, and switches plugins on in it. */
  async guild({ enable = [] }: { readonly enable?: readonly string[] } = {}): Promise<TestGuild> {
    const owner = this.sandbox.createUser({ username: `owner${this.sandbox.guilds.length}` });
    const guild = new TestGuild(
      this.sandbox,
      this.sandbox.createGuild({ name: `Guild ${this.sandbox.guilds.length + 1}`, ownerId: owner.id }),
    );
    await this.host.enablement.enable(guild.id, enable, owner.id);
    await this.host.reconciler.reconcileGuild(guild.id);
    return guild;
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
    await this.stop();
    await this.sandbox.close();
    await this.database.close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const { plugins = [], ...options } = this.#options;
    this.#host = await startHost({
      ...options,
      token: this.sandbox.token,
      apiUrl: this.sandbox.apiUrl,
      databaseUrl: this.database.url,
      dataDir: this.#directory,
      givenPlugins: plugins.map((plugin) => ({ plugin })),
      logFormat: 'json',
      logTo: (line) => void this.logs.push(line),
    });
  }
}
