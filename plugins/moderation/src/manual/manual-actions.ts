import type { Guild, GuildAuditLogsEntry } from 'discord.js';
import type { BanExpiries } from '../actions/ban-expiries.ts';
import type { ModerationContext } from '../context.ts';
import { AuditPositionRepository } from '../database/audit-position-repository.ts';
import type { Case } from '../database/case-repository.ts';
import { exclusively } from '../database/exclusively.ts';
import { ManualCaseRepository } from '../database/manual-case-repository.ts';
import type { Logs } from '../logs/logs.ts';
import { type ManualAction, manualActionOf } from './manual-action.ts';

export interface ManualActionsParts {
  readonly expiries: BanExpiries;
  readonly logs: Logs;
}

/** Makes cases of what people and other bots do to members in Discord itself: each entry of the audit log once. */
export class ManualActions {
  readonly #context: ModerationContext;
  readonly #expiries: BanExpiries;
  readonly #logs: Logs;
  readonly #positions: AuditPositionRepository;

  constructor(context: ModerationContext, { expiries, logs }: ManualActionsParts) {
    this.#context = context;
    this.#expiries = expiries;
    this.#logs = logs;
    this.#positions = new AuditPositionRepository(context.db);
  }

  /** Deals with an entry; does nothing for one that was dealt with, in whichever process. */
  async record(guild: Guild, entry: GuildAuditLogsEntry): Promise<void> {
    const action = manualActionOf(entry);
    // The bot's own actions have their cases, with the moderator who asked for them.
    const isOwn = action?.moderatorId === guild.client.user.id;
    await this.#context.ensureGuild(guild.id);
    if (action && !isOwn) await this.#open(guild, action);
    await this.#positions.advance(guild.id, entry.id);
  }

  async #open(guild: Guild, action: ManualAction): Promise<void> {
    const { targetId, moderatorId, entryId, doneAt, ...facts } = action;
    await Promise.all([this.#context.ensureUser(targetId), this.#context.ensureUser(moderatorId)]);
    const person = { guildId: guild.id, userId: targetId };
    const opened = await exclusively(this.#context.db, person, async (transaction) => {
      const cases = new ManualCaseRepository(transaction);
      const isOvertaken = await cases.wasBannedAfter(person, doneAt);
      const manual = await cases.open({
        ...facts,
        state: 'done',
        guildId: guild.id,
        targetId,
        moderatorId,
        auditEntryId: entryId,
        createdAt: doneAt,
      });
      // An entry that is read late must not end a ban that came after it.
      if (manual && isAboutBans(manual) && !isOvertaken) await this.#expiries.follow(manual, transaction);
      return manual;
    });
    if (opened) await this.#logs.postCase(opened);
  }
}

function isAboutBans({ type }: Case): boolean {
  return type === 'ban' || type === 'unban';
}
