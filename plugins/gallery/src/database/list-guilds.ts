import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';

/** Lists the guilds where the plugin is on. */
export async function listGuilds(db: PluginDatabase<'gallery'>): Promise<Snowflake[]> {
  const rows = await db
    .selectFrom('core.guild_plugins')
    .select('guildId')
    .where('pluginId', '=', 'gallery')
    .where('enabled', '=', true)
    .execute();
  return rows.map(({ guildId }) => guildId);
}
