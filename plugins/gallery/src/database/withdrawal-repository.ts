import type { PluginDatabase } from '@twi/database';
import type { ItemKey } from './item-repository.ts';

/** Keeps which items the author of the original had removed. */
export class WithdrawalRepository {
  readonly #db: PluginDatabase<'gallery'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
  }

  async add({ guildId, number }: ItemKey): Promise<void> {
    await this.#db
      .insertInto('gallery.withdrawals')
      .values({ guildId, number })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async has({ guildId, number }: ItemKey): Promise<boolean> {
    const found = await this.#db
      .selectFrom('gallery.withdrawals')
      .select('number')
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirst();
    return found !== undefined;
  }
}
