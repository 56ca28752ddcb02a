import type { Page, QueryCache } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import type { ModerationContext } from '../context.ts';
import {
  type AutomodRuleKey,
  AutomodRuleRepository,
  type AutomodRuleRow,
} from '../database/automod-rule-repository.ts';
import type { ModerationTransaction } from '../database/exclusively.ts';
import { RuleSet } from './engine/rule-set.ts';
import { automodRuleMovedOn } from './errors.ts';
import { type Rule, type RuleContent, ruleContent, ruleDefinition } from './rules/rule.ts';

const MOST_GUILDS = 20_000;

/** Where a rule stands, or `null` where there is none. */
type State = RuleContent | null;

/** From what to what a rule is changed; what the audit log keeps, for undo. */
export interface RuleTransition {
  readonly number: number;
  readonly before: State;
  readonly after: State;
}

/** Keeps the rules of all servers: the ones to judge by at hand, every change in the audit log. */
export class RuleBook {
  readonly #context: ModerationContext;
  readonly #rules: AutomodRuleRepository;
  readonly #sets: QueryCache<RuleSet>;

  constructor(context: ModerationContext) {
    this.#context = context;
    this.#rules = new AutomodRuleRepository(context.db);
    this.#sets = context.cache({
      name: 'automod-rules',
      max: MOST_GUILDS,
      load: async (guildId) => new RuleSet(await this.#readable(guildId)),
    });
  }

  /** The compiled rules of a guild. */
  ruleSet(guildId: Snowflake): Promise<RuleSet> {
    return this.#sets.get(guildId);
  }

  /** Whether a guild is known to have no rules, which is told without a promise. */
  isKnownEmpty(guildId: Snowflake): boolean {
    return this.#sets.known(guildId)?.value.isEmpty === true;
  }

  /** @throws {UserError} `moderation.automod-rule-not-found` */
  async get(key: AutomodRuleKey): Promise<Rule> {
    return ruleOf(await this.#rules.get(key));
  }

  async list(guildId: Snowflake, cursor?: string): Promise<Page<Rule>> {
    const { rows, ...page } = await this.#rules.list(guildId, cursor);
    return { ...page, rows: rows.map(ruleOf) };
  }

  /** @throws {UserError} `moderation.automod-name-taken`, `moderation.too-many-automod-rules` */
  add(content: RuleContent, by: GuildMember): Promise<Rule> {
    return this.#change(by, async (rules) => {
      await rules.lockGuild(by.guild.id);
      const added = ruleOf(await rules.add(by.guild.id, { content, changedBy: by.id }));
      return { rule: added, transition: { number: added.number, before: null, after: contentOf(added) } };
    });
  }

  /**
   * @param edit what becomes of the rule as it is now
   * @throws {UserError} `moderation.automod-rule-not-found`, `moderation.automod-name-taken`
   */
  edit(number: number, edit: (rule: Rule) => RuleContent, by: GuildMember): Promise<Rule> {
    const key = { guildId: by.guild.id, number };
    return this.#change(by, async (rules) => {
      const current = ruleOf(await rules.lock(key));
      const after = edit(current);
      const rule = ruleOf(await rules.change(key, { content: after, changedBy: by.id }));
      return { rule, transition: { number, before: contentOf(current), after } };
    });
  }

  /** @throws {UserError} `moderation.automod-rule-not-found` */
  remove(number: number, by: GuildMember): Promise<Rule> {
    const key = { guildId: by.guild.id, number };
    return this.#change(by, async (rules) => {
      const rule = ruleOf(await rules.lock(key));
      await rules.remove(key);
      return { rule, transition: { number, before: contentOf(rule), after: null } };
    });
  }

  /**
   * Changes a rule from one state to another, for undo and redo.
   *
   * @throws {UserError} `moderation.automod-rule-moved-on` when it is no longer in the first; `moderation.automod-name-taken`
   */
  async replace({ number, before, after }: RuleTransition, by: GuildMember): Promise<void> {
    const key = { guildId: by.guild.id, number };
    if (before && !after) {
      await this.#expect(key, before);
      await this.remove(number, by);
    } else if (before && after) {
      await this.edit(number, (rule) => (isSame(rule, before) ? after : movedOn(number)), by);
    } else if (after) await this.#restore(key, after, by);
  }

  async #restore(key: AutomodRuleKey, after: RuleContent, by: GuildMember): Promise<void> {
    const { number } = key;
    await this.#change(by, async (rules) => {
      await rules.lockGuild(key.guildId);
      if (!(await rules.restore(key, after.name))) movedOn(number);
      const rule = ruleOf(await rules.get(key));
      return { rule, transition: { number, before: null, after: contentOf(rule) } };
    });
  }

  async #expect(key: AutomodRuleKey, state: RuleContent): Promise<void> {
    if (!isSame(await this.get(key), state)) movedOn(key.number);
  }

  /** Changes rules, writes it down and makes every process judge by it. */
  async #change(
    by: GuildMember,
    work: (rules: AutomodRuleRepository) => Promise<{ rule: Rule; transition: RuleTransition }>,
  ): Promise<Rule> {
    const guildId = by.guild.id;
    await Promise.all([this.#context.ensureGuild(guildId), this.#context.ensureUser(by.id)]);
    const changed = await this.#context.db.transaction().execute(async (transaction) => {
      const { rule, transition } = await work(new AutomodRuleRepository(transaction));
      await this.#audit(by, transition, transaction);
      return rule;
    });
    await this.#sets.invalidate(guildId);
    return changed;
  }

  async #audit(
    by: GuildMember,
    transition: RuleTransition,
    transaction: ModerationTransaction,
  ): Promise<void> {
    const { number, before, after } = transition;
    const verb = before === null ? 'add' : after === null ? 'remove' : 'edit';
    await this.#context.audit.record({
      guildId: by.guild.id,
      userId: by.id,
      action: `moderation.automod-${verb}`,
      target: `#${number} ${(after ?? before)?.name ?? ''}`,
      details: { rule: number },
      reversal: { number, before, after },
      transaction,
    });
  }

  /** What a rule was stored as may not fit a later version; such a rule is left out, and the others go on. */
  async #readable(guildId: Snowflake): Promise<Rule[]> {
    const rows = await this.#rules.listAll(guildId);
    return rows.flatMap((row) => {
      const { success } = ruleDefinition.safeParse(row.definition);
      if (!success)
        this.#context.logger.warn(`Automod rule #${row.number} of guild ${guildId} cannot be read.`);
      return success ? ruleOf(row) : [];
    });
  }
}

function ruleOf(row: AutomodRuleRow): Rule {
  const { number, version, name, isEnabled, isDryRun } = row;
  return { number, version, name, isEnabled, isDryRun, definition: ruleDefinition.parse(row.definition) };
}

function contentOf(rule: Rule): RuleContent {
  const { name, isEnabled, isDryRun, definition } = rule;
  return ruleContent.parse({ name, isEnabled, isDryRun, definition });
}

function isSame(rule: Rule, state: RuleContent): boolean {
  return isDeepStrictEqual(contentOf(rule), ruleContent.parse(state));
}

function movedOn(number: number): never {
  throw new UserError(automodRuleMovedOn(number));
}
