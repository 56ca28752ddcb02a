import { SettingsRepository } from '@twi/database';
import type { TestBot, TestGuild, TestMember, TestReply } from '@twi/testing';
import { vi } from 'vitest';
import {
  type Deed,
  type ModerationModel,
  type ModeratorName,
  MODERATORS,
  type TargetName,
  TARGETS,
} from './moderation-model.ts';

const SOON = { timeout: 15_000, interval: 20 };
/** What separates the model's clock from the bot's, and a busy machine's. */
const INACCURACY_MS = 60_000;
const BAN_ROUTE = '/guilds/{guild_id}/bans/{user_id}';

/** How the bot answered. */
export type Outcome = 'done' | 'failed' | 'refused';

/** A server of a run, with its people. */
export class ModerationScene {
  readonly bot: TestBot;
  readonly guild: TestGuild;
  readonly #people: ReadonlyMap<string, TestMember>;

  private constructor(bot: TestBot, guild: TestGuild) {
    this.bot = bot;
    this.guild = guild;
    const permissions = ['ModerateMembers', 'KickMembers', 'BanMembers'] as const;
    this.#people = new Map([
      ...MODERATORS.map((username) => [username, guild.member({ username, permissions })] as const),
      ...TARGETS.map((username) => [username, guild.member({ username })] as const),
    ]);
  }

  static async make(bot: TestBot): Promise<ModerationScene> {
    const guild = await bot.guild({ enable: ['moderation'] });
    // Who comes back comes back free, so that the model need not remember the departed.
    await new SettingsRepository(bot.database.handle.db).append({
      guildId: guild.id,
      pluginId: 'moderation',
      value: { stickyTimeouts: false },
      schemaVersion: 1,
      changedBy: null,
    });
    bot.sandbox.clearRequests();
    const scene = new ModerationScene(bot, guild);
    await scene.#beginAuditLog();
    return scene;
  }

  person(name: ModeratorName | TargetName): TestMember {
    const person = this.#people.get(name);
    if (!person) throw new Error(`Nobody is called ${name}.`);
    return person;
  }

  /** What was done before the plugin was switched on is not its business; this is the first thing after that. */
  async #beginAuditLog(): Promise<void> {
    const role = this.guild.sandbox.addRole({ name: 'first', position: 1 });
    await this.guild.owner.actor.moderation.addRole(this.person('mallory').id, role.id);
    const positions = this.bot.database.handle
      .forPlugin('moderation')
      .selectFrom('moderation.audit_positions')
      .select('entryId')
      .where('guildId', '=', this.guild.id);
    await vi.waitUntil(async () => (await positions.execute()).length === 1, SOON);
  }

  /** Lets a moderator type a command. */
  async command({ type, target, durationMs }: Deed, by: ModeratorName): Promise<Outcome> {
    const duration = durationMs === undefined ? {} : { duration: `${durationMs / 60_000}m` };
    const reason = type === 'warn' ? { reason: 'Spam' } : {};
    const user = this.person(target);
    return outcomeOf(await this.person(by).slash(type, { user, ...duration, ...reason }));
  }

  async reverse(verb: 'undo' | 'redo', by: ModeratorName): Promise<Outcome> {
    const reply = await this.person(by).slash(verb);
    return /^(?:Undone|Done again): #/m.test(reply.text) ? 'done' : 'refused';
  }

  /** Does it in Discord itself. */
  async byHand({ type, target, durationMs }: Deed): Promise<void> {
    const { moderation } = this.guild.owner.actor;
    const { id } = this.person(target);
    if (type === 'ban') await moderation.ban(id);
    if (type === 'unban') await moderation.unban(id);
    if (type === 'timeout') await moderation.timeout(id, durationMs ?? 0);
    if (type === 'untimeout') await moderation.timeout(id, null);
  }

  /** Waits until all that was done by hand has its case. */
  async awaitCases({ cases }: ModerationModel): Promise<void> {
    await vi.waitUntil(async () => (await this.cases()).length >= cases.length, SOON);
  }

  cases() {
    return this.bot.database.handle
      .forPlugin('moderation')
      .selectFrom('moderation.cases')
      .select(['number', 'type', 'state', 'targetId', 'deletedAt'])
      .where('guildId', '=', this.guild.id)
      .orderBy('number')
      .execute();
  }

  /** Whether Discord has a person as the model has them. */
  isAsIn(model: ModerationModel, name: TargetName): boolean {
    const { isMember, ban, timeoutUntil } = model.people[name];
    const { id } = this.person(name);
    const member = this.guild.sandbox.member(id);
    const isBanned = this.guild.sandbox.bans.has(id);
    const difference = activeEnd(timeoutUntil) - activeEnd(member?.timeoutUntil);
    return (
      isMember === (member !== undefined) &&
      isBanned === (ban !== undefined) &&
      Math.abs(difference) < INACCURACY_MS
    );
  }

  /** The end of a person's ban that is still to come, in the plugin's tables. */
  async plannedEnd(name: TargetName): Promise<number | undefined> {
    const row = await this.bot.database.handle
      .forPlugin('moderation')
      .selectFrom('moderation.pending_expiries')
      .select('dueAt')
      .where((eb) => eb.and({ guildId: this.guild.id, userId: this.person(name).id }))
      .executeTakeFirst();
    return row?.dueAt.getTime();
  }

  /** Successful requests to ban (`PUT`) or to lift a ban (`DELETE`). */
  countRequests(method: 'PUT' | 'DELETE'): number {
    return this.bot.sandbox.requests.filter(
      (request) =>
        request.template === BAN_ROUTE &&
        request.method === method &&
        request.status < 300 &&
        request.path.includes(this.guild.id),
    ).length;
  }
}

export function areClose(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Math.abs(one - other) < INACCURACY_MS;
}

/** Nothing, and a timeout that is over, end at the same moment: long ago. */
function activeEnd(until: number | undefined): number {
  return until !== undefined && until > Date.now() ? until : 0;
}

function outcomeOf(reply: TestReply): Outcome {
  if (/records the attempt as failed/.test(reply.text)) return 'failed';
  return /\(case #\d+\)/.test(reply.text) ? 'done' : 'refused';
}
