import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { BotProcess, ROOT } from '@twi/proving';
import { type MemberActor, type Sandbox, startSandbox } from '@twi/sandbox';

/** The plugins with which the host proves that it contains what plugins do wrong. */
export const FIXTURES = join(ROOT, 'packages/host/test/fixtures/plugins');
const OWN_PLUGINS = ['moderation', 'gallery', 'creator-links', 'stats', 'utility'];
const MEMBERS = 20;

/** A bot with plugins of others, in a server of its own. */
export class FixtureBot implements AsyncDisposable {
  readonly bot: BotProcess;
  readonly owner: MemberActor;
  readonly members: readonly MemberActor[];
  readonly #sandbox: Sandbox;
  readonly #database: TestDatabase;
  readonly #dataDir: string;

  private constructor(parts: { bot: BotProcess; sandbox: Sandbox; database: TestDatabase; dataDir: string }) {
    ({ bot: this.bot, sandbox: this.#sandbox, database: this.#database, dataDir: this.#dataDir } = parts);
    const guild = this.#sandbox.createGuild({ name: 'Server' });
    const place = { channelId: guild.addChannel({ name: 'talk' }).id };
    this.owner = this.#sandbox.as(guild.ownerId, place);
    this.members = Array.from({ length: MEMBERS }, (_, index) => {
      const { id } = this.#sandbox.createUser({ username: `member${index}` });
      guild.addMember(id);
      return this.#sandbox.as(id, place);
    });
  }

  /** @param paths where the plugins of others are @param enabled those of them that are switched on */
  static async start(paths: string, enabled: readonly string[]): Promise<FixtureBot> {
    const sandbox = await startSandbox({ scene: 'empty', rateLimits: false, record: 0 });
    const database = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-containment-'));
    const bot = BotProcess.start({
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PLUGIN_PATHS: paths,
    });
    await bot.says('Up in');
    const started = new FixtureBot({ bot, sandbox, database, dataDir });
    for (const plugin of [...OWN_PLUGINS, ...enabled])
      await (await started.owner.slash('plugins enable', { plugin })).settled();
    return started;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bot.end('SIGTERM');
    await this.#sandbox.close();
    await this.#database.close();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
