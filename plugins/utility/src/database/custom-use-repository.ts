import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { CustomCommandKey } from './custom-command-repository.ts';

/** How often commands of servers are used, and when last in which channel. */
export class CustomUseRepository {
  readonly #db: PluginDatabase<'utility'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#db = db;
  }

  /**
   * Begins the pause of a command in a channel, for all processes; `false` while the one before lasts.
   *
   * @param cooldownMs how long it lasts, in milliseconds
   */
  async beginPause(
    { guildId, number }: CustomCommandKey,
    channelId: Snowflake,
    cooldownMs: number,
  ): Promise<boolean> {
    const begun = await this.#db
      .insertInto('utility.custom_command_uses')
      .values({ guildId, number, channelId, usedAt: sql<Date>`now()` })
      .onConflict((conflict) =>
        conflict
          .columns(['guildId', 'number', 'channelId'])
          .doUpdateSet({ usedAt: sql<Date>`now()` })
          .where(
            'utility.custom_command_uses.usedAt',
            '<=',
            sql<Date>`now() - ${cooldownMs} * interval '1 millisecond'`,
          ),
      )
      .returning('number')
      .executeTakeFirst();
    return begun !== undefined;
  }

  /** Counts a use, and tells how many there were; `undefined` for a command that was removed. */
  async count({ guildId, number }: CustomCommandKey): Promise<number | undefined> {
    const counted = await this.#db
      .updateTable('utility.custom_commands')
      .set((eb) => ({ uses: eb('uses', '+', 1) }))
      .where((eb) => eb.and({ guildId, number }))
      .where('deletedAt', 'is', null)
      .returning('uses')
      .executeTakeFirst();
    return counted?.uses;
  }
}
