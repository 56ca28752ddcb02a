import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';

/** Of these guilds, those where the plugin is on. */
export async function enabledGuilds(
  db: PluginDatabase<'stats'>,
  guildIds: readonly Snowflake[],
): Promise<Snowflake[]> {
  const { rows } = await sql<{ guildId: Snowflake }>`
    select guild_id from core.guild_plugins
    where guild_id = any(${guildIds}::bigint[]) and plugin_id = 'stats' and enabled
  `.execute(db);
  return rows.map(({ guildId }) => guildId);
}
