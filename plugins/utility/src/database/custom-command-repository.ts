import {
  asNumber,
  lockUntilCommit,
  type PluginDatabase,
  type PluginTables,
  SoftDeleteTable,
} from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { CustomCommand, CustomCommandContent } from '../custom-commands/custom-command.ts';
import {
  commandNameTaken,
  customCommandNotFound,
  tooManyCustomCommands,
} from '../custom-commands/custom-errors.ts';

/** Which command: numbers count in each guild. */
export interface CustomCommandKey {
  readonly guildId: Snowflake;
  readonly number: number;
}

const MOST_COMMANDS = 200;
const UNIQUE_VIOLATION = '23505';
const COLUMNS = ['number', 'name', 'text', 'isEmbed', 'cooldownMs', 'channelId', 'roleId', 'uses'] as const;

/** The commands of servers that are not removed. Changes run in the transaction that the repository was made with. */
export class CustomCommandRepository {
  readonly #db: PluginDatabase<'utility'>;
  readonly #commands: SoftDeleteTable<PluginTables<'utility'>, 'utility.custom_commands'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#db = db;
    this.#commands = new SoftDeleteTable(db, 'utility.custom_commands');
  }

  /** All of a guild, at most two hundred, by name. */
  async listAll(guildId: Snowflake): Promise<CustomCommand[]> {
    return this.#commands
      .selectLive()
      .select(COLUMNS)
      .where('guildId', '=', guildId)
      .orderBy('name')
      .execute();
  }

  async find({ guildId, number }: CustomCommandKey): Promise<CustomCommand | undefined> {
    return this.#commands
      .selectLive()
      .select(COLUMNS)
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirst();
  }

  /**
   * Adds the guild's next command. Call {@link lockGuild} first: numbers and the limit are counted.
   *
   * @throws {UserError} `utility.command-name-taken`, `utility.too-many-custom-commands`
   */
  async add(guildId: Snowflake, content: CustomCommandContent, changedBy: Snowflake): Promise<number> {
    const { last, live } = await this.#db
      .selectFrom('utility.custom_commands')
      .select((eb) => [
        asNumber(eb.fn.coalesce(eb.fn.max('number'), sql.lit(0))).as('last'),
        asNumber(eb.fn.countAll().filterWhere('deletedAt', 'is', null)).as('live'),
      ])
      .where('guildId', '=', guildId)
      .executeTakeFirstOrThrow();
    if (live >= MOST_COMMANDS) throw new UserError(tooManyCustomCommands(MOST_COMMANDS));
    await named(content.name, () =>
      this.#db
        .insertInto('utility.custom_commands')
        .values({ guildId, number: last + 1, changedBy, ...content })
        .execute(),
    );
    return last + 1;
  }

  /** @throws {UserError} `utility.command-name-taken`, `utility.custom-command-not-found` */
  async change(
    { guildId, number }: CustomCommandKey,
    content: CustomCommandContent,
    changedBy: Snowflake,
  ): Promise<void> {
    const [{ numUpdatedRows } = { numUpdatedRows: 0n }] = await named(content.name, () =>
      this.#commands
        .updateLive()
        .set({ ...content, changedBy })
        .where((eb) => eb.and({ guildId, number }))
        .execute(),
    );
    if (numUpdatedRows === 0n) throw new UserError(customCommandNotFound(content.name));
  }

  async remove({ guildId, number }: CustomCommandKey): Promise<void> {
    await this.#commands
      .markDeleted()
      .where((eb) => eb.and({ guildId, number }))
      .execute();
  }

  /**
   * Brings a removed command back as it was; `false` when no removed one has the number. Call {@link lockGuild} first.
   *
   * @throws {UserError} `utility.command-name-taken`
   */
  async restore({ guildId, number }: CustomCommandKey, name: string): Promise<boolean> {
    const [{ numUpdatedRows } = { numUpdatedRows: 0n }] = await named(name, () =>
      this.#commands
        .restore()
        .where((eb) => eb.and({ guildId, number }))
        .execute(),
    );
    return numUpdatedRows > 0n;
  }

  /** Lets one transaction at a time change the commands of a guild. */
  async lockGuild(guildId: Snowflake): Promise<void> {
    await lockUntilCommit(this.#db, `utility custom commands ${guildId}`);
  }
}

async function named<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)
      throw new UserError(commandNameTaken(name));
    throw error;
  }
}
