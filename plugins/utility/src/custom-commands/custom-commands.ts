import type { QueryCache } from '@twi/database';
import { quotable, UserError } from '@twi/sdk';
import type { Guild, GuildMember, Snowflake } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import type { UtilityContext } from '../context.ts';
import { CustomCommandRepository } from '../database/custom-command-repository.ts';
import type { UtilityTransaction } from '../database/utility-transaction.ts';
import { commandName } from './command-name.ts';
import { type CustomCommand, type CustomCommandContent, customCommandContent } from './custom-command.ts';
import { customCommandMovedOn, customCommandNotFound, nameOfRealCommand } from './custom-errors.ts';
import { realCommandOf } from './real-command.ts';

const MOST_GUILDS = 20_000;

/** Where a command stands, or `null` where there is none. */
type State = CustomCommandContent | null;

/** From what to what a command is changed; what the audit log keeps, for undo. */
export interface CustomCommandTransition {
  readonly number: number;
  readonly before: State;
  readonly after: State;
}

/** What commands begin with. */
export interface CommandPrefix {
  /** `!`, or `@Twi ` where the server has chosen none. */
  readonly text: string;
  readonly isMention: boolean;
}

/** The commands that servers make. Every change is in the audit log; removed ones keep their numbers. */
export class CustomCommands {
  readonly #context: UtilityContext;
  readonly #commands: CustomCommandRepository;
  readonly #byName: QueryCache<ReadonlyMap<string, CustomCommand>>;

  constructor(context: UtilityContext) {
    this.#context = context;
    this.#commands = new CustomCommandRepository(context.db);
    this.#byName = context.cache<ReadonlyMap<string, CustomCommand>>({
      name: 'custom-commands',
      max: MOST_GUILDS,
      load: async (guildId) => new Map((await this.list(guildId)).map((command) => [command.name, command])),
    });
  }

  /** What commands begin with in a server, as people read it. */
  async prefixOf({ id, client }: Guild): Promise<CommandPrefix> {
    const { prefix } = await this.#context.guild(id);
    return { text: prefix ?? `@${client.user.displayName} `, isMention: prefix === null };
  }

  /** All of a guild by name, with how often they were used until now. */
  list(guildId: Snowflake): Promise<CustomCommand[]> {
    return this.#commands.listAll(guildId);
  }

  /** The command that answers to what somebody typed. Costs no query; how often it was used is out of date. */
  async find(guildId: Snowflake, typed: string): Promise<CustomCommand | undefined> {
    const name = commandName(typed);
    return name === undefined ? undefined : (await this.#byName.get(guildId)).get(name);
  }

  /** @throws {UserError} `utility.custom-command-not-found` */
  async get(guildId: Snowflake, typed: string): Promise<CustomCommand> {
    const found = await this.find(guildId, typed);
    if (!found) throw new UserError(customCommandNotFound(quotable(typed)));
    return found;
  }

  /** @throws {UserError} `utility.command-name-taken`, `utility.name-of-real-command`, `utility.too-many-custom-commands` */
  async add(content: CustomCommandContent, by: GuildMember): Promise<void> {
    assertFree(content.name);
    await this.#change(by, async (commands) => {
      const number = await commands.add(by.guild.id, content, by.id);
      return { number, before: null, after: content };
    });
  }

  /**
   * @param edit what becomes of the command as it is now
   * @throws {UserError} `utility.custom-command-not-found`
   */
  async edit(
    number: number,
    edit: (now: CustomCommandContent) => CustomCommandContent,
    by: GuildMember,
  ): Promise<CustomCommandContent> {
    const { after } = await this.#change(by, async (commands) => {
      const key = { guildId: by.guild.id, number };
      const before = await stateOf(commands, key);
      if (!before) throw new UserError(customCommandNotFound(`#${number}`));
      const content = edit(before);
      await commands.change(key, content, by.id);
      return { number, before, after: content };
    });
    if (!after) throw new TypeError('An edit leaves the command there.');
    return after;
  }

  /** @throws {UserError} `utility.custom-command-not-found` */
  async remove(number: number, by: GuildMember): Promise<void> {
    await this.#change(by, async (commands) => {
      const key = { guildId: by.guild.id, number };
      const before = await stateOf(commands, key);
      if (!before) throw new UserError(customCommandNotFound(`#${number}`));
      await commands.remove(key);
      return { number, before, after: null };
    });
  }

  /**
   * Changes a command from one state to another, for undo and redo.
   *
   * @throws {UserError} `utility.custom-command-moved-on` when it is no longer in the first, `utility.command-name-taken`
   */
  async replace({ number, before, after }: CustomCommandTransition, by: GuildMember): Promise<void> {
    const key = { guildId: by.guild.id, number };
    const name = (after ?? before)?.name ?? '';
    await this.#change(by, async (commands) => {
      if (!isDeepStrictEqual(await stateOf(commands, key), before))
        throw new UserError(customCommandMovedOn(name));
      if (!after) await commands.remove(key);
      else if (before) await commands.change(key, after, by.id);
      else if (!(await commands.restore(key, name))) throw new UserError(customCommandMovedOn(name));
      return { number, before, after };
    });
  }

  /** Changes commands, writes it down and makes every process answer by it. */
  async #change(
    by: GuildMember,
    work: (commands: CustomCommandRepository) => Promise<CustomCommandTransition>,
  ): Promise<CustomCommandTransition> {
    const guildId = by.guild.id;
    await Promise.all([this.#context.ensureGuild(guildId), this.#context.ensureUser(by.id)]);
    const changed = await this.#context.db.transaction().execute(async (transaction) => {
      const commands = new CustomCommandRepository(transaction);
      await commands.lockGuild(guildId);
      const transition = await work(commands);
      await this.#audit(by, transition, transaction);
      return transition;
    });
    await this.#byName.invalidate(guildId);
    return changed;
  }

  #audit(
    by: GuildMember,
    transition: CustomCommandTransition,
    transaction: UtilityTransaction,
  ): Promise<void> {
    const { number, before, after } = transition;
    const verb = before === null ? 'add' : after === null ? 'remove' : 'edit';
    return this.#context.audit.record({
      guildId: by.guild.id,
      userId: by.id,
      action: `utility.custom-${verb}`,
      target: (after ?? before)?.name ?? '',
      details: { command: number },
      reversal: { number, before, after },
      transaction,
    });
  }
}

async function stateOf(
  commands: CustomCommandRepository,
  key: Parameters<CustomCommandRepository['find']>[0],
): Promise<State> {
  const found = await commands.find(key);
  return found ? customCommandContent.parse(found) : null;
}

function assertFree(name: string): void {
  const real = realCommandOf(name);
  if (real) throw new UserError(nameOfRealCommand(name, real));
}
