import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { type MemberActor, type Sandbox, type SandboxGuild, startSandbox } from '@twi/sandbox';

const HEARING = new URL('./selective-hearing.mjs', import.meta.url).href;

export type BotName = 'first' | 'second';

/** Two processes of the bot, as an operator starts them, on one database and one Discord. */
export class TwoBots {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  readonly guild: SandboxGuild;
  readonly #directory: string;
  readonly #bots: Readonly<Record<BotName, BotProcess>>;

  private constructor(
    { sandbox, database, directory }: { sandbox: Sandbox; database: TestDatabase; directory: string },
    bots: Readonly<Record<BotName, BotProcess>>,
  ) {
    this.sandbox = sandbox;
    this.database = database;
    this.#directory = directory;
    this.#bots = bots;
    const [guild] = sandbox.guilds;
    if (!guild) throw new Error('The sandbox has no guild.');
    this.guild = guild;
  }

  static async start(): Promise<TwoBots> {
    const sandbox = await startSandbox({ rateLimits: false });
    const database = await createTestDatabase();
    const directory = await mkdtemp(join(tmpdir(), 'twi-two-bots-'));
    const start = async (name: BotName): Promise<BotProcess> => {
      const bot = BotProcess.start({
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        DATABASE_URL: database.url,
        DATA_DIR: join(directory, name),
        NODE_OPTIONS: `--import=${HEARING}`,
      });
      await bot.says('Up in');
      return bot;
    };
    // One after the other: the first makes the tables.
    const first = await start('first');
    return new TwoBots({ sandbox, database, directory }, { first, second: await start('second') });
  }

  /** A person of the demo, in one of its channels. */
  as(username: string, channel = 'general'): MemberActor {
    const user = this.sandbox.user(username);
    const place = this.guild.channel(channel);
    if (!user || !place) throw new Error(`There is no ${username}, or no #${channel}.`);
    return this.sandbox.as(user.id, { channelId: place.id });
  }

  /** From now on this process alone hears people. */
  async let(hearing: BotName): Promise<void> {
    const deaf = hearing === 'first' ? 'second' : 'first';
    await this.#switch(deaf, 'SIGUSR2');
    await this.#switch(hearing, 'SIGWINCH');
  }

  /** From now on both hear people. */
  async letBoth(): Promise<void> {
    await this.#switch('first', 'SIGWINCH');
    await this.#switch('second', 'SIGWINCH');
  }

  /** All that both wrote. */
  get output(): string {
    return Object.values(this.#bots)
      .map(({ output }) => output)
      .join('\n---\n');
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#bots).map((bot) => bot.end('SIGTERM')));
    await this.sandbox.close();
    await this.database.close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #switch(name: BotName, signal: 'SIGUSR2' | 'SIGWINCH'): Promise<void> {
    const bot = this.#bots[name];
    const said = (): number => bot.output.split('[deaf: ').length;
    const before = said();
    bot.child.kill(signal);
    const deadline = performance.now() + 10_000;
    while (said() === before) {
      if (performance.now() > deadline) throw new Error(`The ${name} process does not react to ${signal}.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
