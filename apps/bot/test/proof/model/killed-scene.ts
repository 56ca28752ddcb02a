import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { startHost } from '@twi/host';
import { BotProcess } from '@twi/proving';
import { type MemberActor, type Sandbox, type SandboxGuild, startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { vi } from 'vitest';
import { readAnswer } from '../support/answer.ts';
import { type Deed, MODERATORS, TARGETS } from './moderation-model.ts';

const APP = join(import.meta.dirname, '../../..');
const SOON = { timeout: 60_000, interval: 250 };
const PERMISSIONS = ['ModerateMembers', 'KickMembers', 'BanMembers'] as const;
const MINUTE_MS = 60_000;

/** A case as it is stored. */
export interface StoredCase {
  readonly number: number;
  readonly type: Deed['type'];
  readonly state: 'pending' | 'done' | 'failed';
  readonly targetId: string;
  readonly expiresAt: Date | null;
}

/** A server of a run, with everybody's id by name. */
export interface KilledServer {
  readonly guild: SandboxGuild;
  readonly channelId: string;
  readonly ids: ReadonlyMap<string, string>;
}

/** A real process of the bot, which is killed without warning and started again. */
export class KilledScene {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  readonly #directory: string;
  #bot: BotProcess | undefined;

  private constructor(sandbox: Sandbox, database: TestDatabase, directory: string) {
    this.sandbox = sandbox;
    this.database = database;
    this.#directory = directory;
  }

  static async start(): Promise<KilledScene> {
    const directory = await mkdtemp(join(tmpdir(), 'twi-killed-'));
    const sandbox = await startSandbox({ scene: 'empty', rateLimits: false });
    const scene = new KilledScene(sandbox, await createTestDatabase(), directory);
    await scene.revive();
    return scene;
  }

  /** Starts the bot where it is not running. */
  async revive(): Promise<void> {
    this.#bot ??= BotProcess.start({
      DISCORD_TOKEN: this.sandbox.token,
      DISCORD_API_URL: this.sandbox.apiUrl,
      DATABASE_URL: this.database.url,
      DATA_DIR: this.#directory,
    });
    await this.#bot.says('Up in');
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const bot = this.#bot;
    this.#bot = undefined;
    await bot?.end('SIGKILL');
  }

  async newServer(): Promise<KilledServer> {
    const owner = this.sandbox.createUser({ username: 'owner' });
    const guild = this.sandbox.createGuild({ name: 'Killed', ownerId: owner.id });
    const { id: channelId } = guild.addChannel({ name: 'general' });
    const role = guild.addRole({ name: 'Staff', permissions: PERMISSIONS, position: 1 });
    const ids = new Map<string, string>([['owner', owner.id]]);
    for (const username of [...MODERATORS, ...TARGETS]) {
      const { id } = this.sandbox.createUser({ username });
      const isStaff = MODERATORS.some((name) => name === username);
      guild.addMember(id, { roleIds: isStaff ? [role.id] : [] });
      ids.set(username, id);
    }
    const server = { guild, channelId, ids };
    await this.as(server, 'owner').slash('plugins enable', { plugin: 'moderation' });
    return server;
  }

  as({ ids, channelId }: KilledServer, name: string): MemberActor {
    return this.sandbox.as(ids.get(name) ?? '', { channelId });
  }

  /** Lets a moderator type a command. @returns the number of its case, if the bot said that it was done. */
  async command(server: KilledServer, { type, target, by, durationMs }: Deed): Promise<number | undefined> {
    const duration = durationMs === undefined ? {} : { duration: `${durationMs / MINUTE_MS}m` };
    const reason = type === 'warn' ? { reason: 'Spam' } : {};
    const user = server.ids.get(target) ?? '';
    const exchange = await this.as(server, by).slash(type, { user, ...duration, ...reason });
    const { text } = readAnswer(await exchange.settled());
    const number = /\(case #(\d+)\)/.exec(text)?.[1];
    return number === undefined ? undefined : Number(number);
  }

  /** The same, and the process is killed meanwhile. @returns the number, if the answer was faster. */
  async commandAndKill(server: KilledServer, deed: Deed, afterMs: number): Promise<number | undefined> {
    // Whoever waits for a dead bot is told so by their client.
    const answer = this.command(server, deed).catch(() => undefined);
    await sleep(afterMs);
    await this.kill();
    await this.revive();
    return answer;
  }

  /** What the bot does by itself some minutes later, done now: in this process, so that it can be asked to. */
  async settle(server: KilledServer): Promise<void> {
    const { db } = this.database.handle;
    await this.kill();
    await sql`update moderation.cases set created_at = created_at - interval '10 minutes' where state = 'pending'`.execute(
      db.withoutPlugins(),
    );
    const host = await startHost({
      token: this.sandbox.token,
      apiUrl: this.sandbox.apiUrl,
      databaseUrl: this.database.url,
      dataDir: this.#directory,
      appDirectory: APP,
      logTo: () => undefined,
    });
    try {
      const plugin = host.plugins.get('moderation')?.plugin;
      if (!plugin) throw new Error('The plugin is not loaded.');
      await host.jobs.jobsOf(plugin).send('resume-unfinished', {});
      await vi.waitUntil(
        async () => (await this.cases(server)).every(({ state }) => state !== 'pending'),
        SOON,
      );
    } finally {
      await host.stop('all is settled');
    }
    await this.revive();
  }

  async cases({ guild }: KilledServer): Promise<StoredCase[]> {
    const { rows } = await sql<StoredCase>`
      select number, type, state, target_id::text as "targetId", expires_at as "expiresAt"
      from moderation.cases where guild_id = ${guild.id} order by number`.execute(
      this.database.handle.db.withoutPlugins(),
    );
    return rows;
  }

  /** The end of a person's ban that is still to come. */
  async plannedEnd({ guild }: KilledServer, userId: string): Promise<number | undefined> {
    const { rows } = await sql<{ dueAt: Date }>`
      select due_at as "dueAt" from moderation.pending_expiries
      where guild_id = ${guild.id} and user_id = ${userId}`.execute(this.database.handle.db.withoutPlugins());
    return rows[0]?.dueAt.getTime();
  }

  async close(): Promise<void> {
    await this.kill();
    await this.sandbox.close();
    await this.database.close();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
