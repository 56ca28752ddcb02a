import {
  type AuditLog,
  AuditLogHeldError,
  AuditLogRepository,
  type Database,
  type DatabaseHandle,
  type Page,
  RecordNotFoundError,
} from '@twi/database';
import { type ReversalRun, UserError } from '@twi/sdk';
import type { Container } from '@sapphire/pieces';
import type { ChatInputCommandInteraction, Guild, GuildMember, Snowflake } from 'discord.js';
import type { Kysely } from 'kysely';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { missingNode } from '../permissions/missing-node.ts';
import type { PermissionService } from '../permissions/permission-service.ts';
import type { AuditTrail } from './audit-trail.ts';
import {
  alreadyUndone,
  beingReversed,
  noSuchEntry,
  nothingToReverse,
  notUndone,
  notYours,
} from './history-refusals.ts';
import type { FoundReversal, ReversalFinder } from './reversal-finder.ts';
import type { ReversalVerb } from './reversal-verb.ts';

/** Holding it, one may read the whole record and reverse what others did. */
export const AUDIT_NODE = 'core.audit';

/** The number of an entry; more digits fit into no `bigint`. */
const ENTRY_ID = /^#?(?<id>\d{1,18})$/;

export interface ActionHistoryParts {
  readonly database: Pick<DatabaseHandle, 'db'>;
  readonly audit: Pick<AuditTrail, 'whileReversing'>;
  readonly reversals: Pick<ReversalFinder, 'find'>;
  readonly permissions: Pick<PermissionService, 'allows' | 'declaration'>;
  readonly dispatcher: Pick<Dispatcher, 'run'>;
  readonly container: Container;
}

/** Who wants to undo or repeat what. */
export interface ReversalRequest {
  readonly verb: ReversalVerb;
  readonly guild: Guild;
  readonly member: GuildMember;
  /** The number of the entry; absent: the last that they did, or undid. */
  readonly typed?: string | undefined;
  /** Where the answer goes, also the plugin's when it fails. */
  readonly interaction: ChatInputCommandInteraction;
}

/** What was taken back or done again. */
export interface ReversalResult {
  readonly entry: AuditLog;
  /** The plugin's sentence about it. */
  readonly said: string;
}

export interface HistoryFilter {
  readonly guildId: Snowflake;
  readonly userId?: Snowflake | undefined;
  readonly action?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What was done through the bot, and taking it back. */
export class ActionHistory {
  readonly #parts: ActionHistoryParts;
  readonly #logs: AuditLogRepository;

  constructor(parts: ActionHistoryParts) {
    this.#parts = parts;
    this.#logs = new AuditLogRepository(parts.database.db);
  }

  /** A page of the record, newest first. */
  list({ guildId, ...filter }: HistoryFilter): Promise<Page<AuditLog>> {
    return this.#logs.list(guildId, filter);
  }

  /** The names of actions that were recorded in a guild. */
  listActions(guildId: Snowflake): Promise<string[]> {
    return this.#logs.listActions(guildId);
  }

  /** What a member may want to undo or repeat: their own, or everybody's where they may read the record. */
  async suggest(verb: ReversalVerb, member: GuildMember, limit: number): Promise<AuditLog[]> {
    const isAuditor = await this.#parts.permissions.allows(member, AUDIT_NODE);
    const recent = { limit, userId: isAuditor ? undefined : member.id };
    const { id } = member.guild;
    return verb === 'undo' ? this.#logs.listReversible(id, recent) : this.#logs.listReversed(id, recent);
  }

  /**
   * Undoes or repeats an action. Of several attempts at once one wins; one that fails leaves the entry as it was.
   *
   * @throws {UserError} that says why not. What the plugin's own reversal throws is dealt with already.
   */
  async reverse(request: ReversalRequest): Promise<ReversalResult> {
    const wanted = await this.#find(request);
    await this.#assertMay(request, wanted, this.#parts.reversals.find(wanted));
    return this.#parts.database.db.transaction().execute(async (transaction) => {
      const entry = await this.#hold(transaction, request, wanted.id);
      const said = await this.#run(request, entry, this.#parts.reversals.find(entry));
      await this.#remember(transaction, request, entry);
      return { entry, said };
    });
  }

  async #find({ verb, guild, member, typed }: ReversalRequest): Promise<AuditLog> {
    if (typed === undefined) {
      const last =
        verb === 'undo'
          ? await this.#logs.findLastReversible(guild.id, member.id)
          : await this.#logs.findLastReversed(guild.id, member.id);
      if (!last) throw new UserError(nothingToReverse(verb));
      return last;
    }
    const id = ENTRY_ID.exec(typed.trim())?.groups?.['id'];
    if (id === undefined) throw new UserError(noSuchEntry(typed));
    try {
      return await this.#logs.get(guild.id, id);
    } catch (error) {
      throw error instanceof RecordNotFoundError ? new UserError(noSuchEntry(typed)) : error;
    }
  }

  async #assertMay(
    { member }: ReversalRequest,
    entry: AuditLog,
    { reversal: { node } }: FoundReversal,
  ): Promise<void> {
    const { permissions } = this.#parts;
    if (!(await permissions.allows(member, node)))
      throw new UserError(missingNode(node, permissions.declaration(node)));
    const isOwn = entry.userId === member.id || entry.reversedBy === member.id;
    if (!isOwn && !(await permissions.allows(member, AUDIT_NODE))) throw new UserError(notYours(entry));
  }

  /** Reads the entry as it is now, and keeps others from it. */
  async #hold(db: Kysely<Database>, { verb, guild }: ReversalRequest, id: string): Promise<AuditLog> {
    const entry = await new AuditLogRepository(db).hold(guild.id, id).catch((error: unknown) => {
      throw error instanceof AuditLogHeldError ? new UserError(beingReversed(id)) : error;
    });
    if (verb === 'undo' && entry.reversedAt !== null) throw new UserError(alreadyUndone(entry));
    if (verb === 'redo' && entry.reversedAt === null) throw new UserError(notUndone(entry));
    return entry;
  }

  #run(
    { verb, guild, member, interaction }: ReversalRequest,
    entry: AuditLog,
    { plugin, reversal, data }: FoundReversal,
  ): Promise<string> {
    const { audit, dispatcher, container } = this.#parts;
    const run: ReversalRun<unknown> = {
      guild,
      member,
      data,
      target: entry.target ?? undefined,
      userId: entry.userId ?? undefined,
      container,
    };
    const name = `${verb} ${entry.action}`;
    const point = {
      plugin: plugin.id,
      kind: 'reversal',
      name,
      guildId: guild.id,
      userId: member.id,
    } as const;
    return dispatcher.run({ ...point, interaction }, () =>
      audit.whileReversing(entry.id, () => reversal[verb](run)),
    );
  }

  async #remember(
    db: Kysely<Database>,
    { verb, guild, member }: ReversalRequest,
    { id, action, target }: AuditLog,
  ): Promise<void> {
    const logs = new AuditLogRepository(db);
    if (verb === 'undo') await logs.markReversed(guild.id, id, member.id);
    else await logs.markRestored(guild.id, id);
    await logs.record({
      guildId: guild.id,
      userId: member.id,
      action: `core.${verb}`,
      target,
      details: { entry: id, action },
    });
  }
}
