import {
  asNumber,
  lockUntilCommit,
  type Page,
  paginate,
  type PluginDatabase,
  type PluginTables,
  SoftDeleteTable,
  toJsonb,
} from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql } from 'kysely';
import { BOUNDS } from '../automod/rules/bounds.ts';
import type { RuleContent } from '../automod/rules/rule.ts';
import { automodNameTaken, automodRuleNotFound, tooManyAutomodRules } from '../automod/errors.ts';
import type { AutomodRulesTable } from './automod-rules-table.ts';

export type AutomodRuleRow = Selectable<AutomodRulesTable>;

/** Which rule: numbers count in each guild. */
export interface AutomodRuleKey {
  readonly guildId: Snowflake;
  readonly number: number;
}

/** What a rule becomes, and by whom. */
export interface AutomodRuleChange {
  readonly content: RuleContent;
  readonly changedBy: Snowflake;
}

const PAGE_SIZE = 5;
const UNIQUE_VIOLATION = '23505';

/** The rules of automod that are not removed. Changes run in the transaction that the repository was made with. */
export class AutomodRuleRepository {
  readonly #db: PluginDatabase<'moderation'>;
  readonly #rules: SoftDeleteTable<PluginTables<'moderation'>, 'moderation.automod_rules'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
    this.#rules = new SoftDeleteTable(db, 'moderation.automod_rules');
  }

  /** All rules of a guild, at most a hundred, by number. */
  async listAll(guildId: Snowflake): Promise<AutomodRuleRow[]> {
    return this.#rules.selectLive().selectAll().where('guildId', '=', guildId).orderBy('number').execute();
  }

  /** @throws {CursorError} when the cursor belongs to another list. */
  async list(guildId: Snowflake, cursor?: string): Promise<Page<AutomodRuleRow>> {
    return paginate(this.#rules.selectLive().selectAll().where('guildId', '=', guildId), {
      orderBy: [{ column: 'number', direction: 'asc' }],
      limit: PAGE_SIZE,
      cursor,
    });
  }

  /** @throws {UserError} `moderation.automod-rule-not-found` */
  async get({ guildId, number }: AutomodRuleKey): Promise<AutomodRuleRow> {
    const found = await this.#rules
      .selectLive()
      .selectAll()
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirst();
    if (!found) throw new UserError(automodRuleNotFound(number));
    return found;
  }

  /** As {@link get}, and keeps everybody else from changing the rule until the transaction ends. */
  async lock(key: AutomodRuleKey): Promise<AutomodRuleRow> {
    await this.lockGuild(key.guildId);
    return this.get(key);
  }

  /**
   * Adds the guild's next rule. Call {@link lockGuild} first: numbers and the limit are counted.
   *
   * @throws {UserError} `moderation.automod-name-taken`, `moderation.too-many-automod-rules`
   */
  async add(guildId: Snowflake, { content, changedBy }: AutomodRuleChange): Promise<AutomodRuleRow> {
    const { last, live } = await this.#db
      .selectFrom('moderation.automod_rules')
      .select((eb) => [
        asNumber(eb.fn.coalesce(eb.fn.max('number'), sql.lit(0))).as('last'),
        asNumber(eb.fn.countAll().filterWhere('deletedAt', 'is', null)).as('live'),
      ])
      .where('guildId', '=', guildId)
      .executeTakeFirstOrThrow();
    if (live >= BOUNDS.rules) throw new UserError(tooManyAutomodRules(BOUNDS.rules));
    return named(content.name, () =>
      this.#db
        .insertInto('moderation.automod_rules')
        .values({ guildId, number: last + 1, changedBy, ...columnsOf(content) })
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
  }

  /** @throws {UserError} `moderation.automod-rule-not-found`, `moderation.automod-name-taken` */
  async change(key: AutomodRuleKey, { content, changedBy }: AutomodRuleChange): Promise<AutomodRuleRow> {
    const { guildId, number } = key;
    const changed = await named(content.name, () =>
      this.#rules
        .updateLive()
        .set((eb) => ({
          changedBy,
          changedAt: sql<Date>`now()`,
          version: eb('version', '+', 1),
          ...columnsOf(content),
        }))
        .where((eb) => eb.and({ guildId, number }))
        .returningAll()
        .executeTakeFirst(),
    );
    if (!changed) throw new UserError(automodRuleNotFound(number));
    return changed;
  }

  /** @throws {UserError} `moderation.automod-rule-not-found` */
  async remove({ guildId, number }: AutomodRuleKey): Promise<void> {
    const [{ numUpdatedRows } = { numUpdatedRows: 0n }] = await this.#rules
      .markDeleted()
      .where((eb) => eb.and({ guildId, number }))
      .execute();
    if (numUpdatedRows === 0n) throw new UserError(automodRuleNotFound(number));
  }

  /** Brings a removed rule back as it was; `false` when no removed rule has the number. */
  async restore({ guildId, number }: AutomodRuleKey, name: string): Promise<boolean> {
    const [{ numUpdatedRows } = { numUpdatedRows: 0n }] = await named(name, () =>
      this.#rules
        .restore()
        .where((eb) => eb.and({ guildId, number }))
        .execute(),
    );
    return numUpdatedRows > 0n;
  }

  /** Lets one transaction at a time change the rules of a guild. */
  async lockGuild(guildId: Snowflake): Promise<void> {
    await lockUntilCommit(this.#db, `moderation automod ${guildId}`);
  }
}

function columnsOf({ name, isEnabled, isDryRun, definition }: RuleContent) {
  return { name, isEnabled, isDryRun, definition: toJsonb<unknown>(definition) };
}

async function named<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)
      throw new UserError(automodNameTaken(name));
    throw error;
  }
}
