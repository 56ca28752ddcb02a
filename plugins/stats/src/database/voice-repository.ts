import type { PluginDatabase } from '@twi/database';
import type { Selectable } from 'kysely';
import type { VoiceSessionsTable } from './counting-tables.ts';

/** A stay that nobody has ended. */
export type OpenStay = Omit<Selectable<VoiceSessionsTable>, 'endedAt' | 'seconds'>;

/** Stays in voice channels. */
export class VoiceRepository {
  readonly #db: PluginDatabase<'stats'>;

  constructor(db: PluginDatabase<'stats'>) {
    this.#db = db;
  }

  async listOpen(guildIds: readonly string[]): Promise<OpenStay[]> {
    if (guildIds.length === 0) return [];
    return this.#db
      .selectFrom('stats.voice_sessions')
      .select(['guildId', 'userId', 'channelId', 'startedAt', 'countedTo'])
      .where('guildId', 'in', guildIds)
      .where('endedAt', 'is', null)
      .execute();
  }
}
