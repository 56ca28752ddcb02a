import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@twi/database/testing';
import { BotProcess, ROOT } from '@twi/proving';
import { type MemberActor, type Sandbox, startSandbox } from '@twi/sandbox';
import { HEALTHY } from './misbehaviours.ts';

/** The plugins with which the host proves that it contains what plugins do wrong. */
export const FIXTURES = join(ROOT, 'packages/host/test/fixtures/plugins');
const OWN_PLUGINS = ['moderation', 'gallery', 'creator-links', 'stats', 'utility'];
const MEMBERS = 20;

/** A bot with plugins of others, in a server of its own. */
export class FixtureBot implements AsyncDisposable {
  readonly bot: BotProcess;
  readonly owner: MemberActor;
  readonly members: readonly MemberActor[];
  readonly #ends: AsyncDisposableStack;

  private constructor(parts: Community & { bot: BotProcess; ends: AsyncDisposableStack }) {
    ({ bot: this.bot, owner: this.owner, members: this.members, ends: this.#ends } = parts);
  }

  /** @param paths where the plugins of others are */
  static async start(paths: string): Promise<FixtureBot> {
    await using ends = new AsyncDisposableStack();
    const sandbox = await startSandbox({ scene: 'empty', rateLimits: false, record: 0 });
    ends.defer(() => sandbox.close());
    const database = ends.use(await createTestDatabase());
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-containment-'));
    ends.defer(() => rm(dataDir, { recursive: true, force: true }));
    const environment = {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PLUGIN_PATHS: paths,
    };
    const bot = ends.use(BotProcess.start(environment));
    await bot.says('Up in');
    const { owner, members } = settle(sandbox);
    for (const plugin of [...OWN_PLUGINS, HEALTHY.plugin]) await enable(owner, plugin);
    return new FixtureBot({ bot, owner, members, ends: ends.move() });
  }

  /** Switches a plugin on. */
  async enable(plugin: string): Promise<void> {
    await enable(this.owner, plugin);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#ends.disposeAsync();
  }
}

interface Community {
  readonly owner: MemberActor;
  readonly members: readonly MemberActor[];
}

/** A server with people in it. */
function settle(sandbox: Sandbox): Community {
  const guild = sandbox.createGuild({ name: 'Server' });
  const place = { channelId: guild.addChannel({ name: 'talk' }).id };
  const members = Array.from({ length: MEMBERS }, (_, index) => {
    const { id } = sandbox.createUser({ username: `member${index}` });
    guild.addMember(id);
    return sandbox.as(id, place);
  });
  return { owner: sandbox.as(guild.ownerId, place), members };
}

async function enable(owner: MemberActor, plugin: string): Promise<void> {
  await (await owner.slash('plugins enable', { plugin })).settled();
}
