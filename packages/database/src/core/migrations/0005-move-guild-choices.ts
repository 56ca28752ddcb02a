import { sql } from 'kysely';
import type { Migration } from '../../migrations/migration.ts';

// What a guild chose for the bot as a whole is a setting like every other, with history and undo.
const UP = [
  sql`insert into core.settings_revisions (guild_id, plugin_id, revision, value, schema_version)
    select id, 'core', 1, jsonb_strip_nulls(jsonb_build_object('prefix', prefix, 'locale', locale, 'timeZone', time_zone)), 1
    from core.guilds
    where coalesce(prefix, locale, time_zone) is not null
    on conflict do nothing`,
  sql`alter table core.guilds drop column prefix, drop column locale, drop column time_zone`,
];

const DOWN = [
  sql`alter table core.guilds add column prefix text, add column locale text, add column time_zone text`,
  sql`update core.guilds as guild
    set prefix = value->>'prefix', locale = value->>'locale', time_zone = value->>'timeZone'
    from (
      select distinct on (guild_id) guild_id, value from core.settings_revisions
      where plugin_id = 'core' order by guild_id, revision desc
    ) as latest
    where latest.guild_id = guild.id`,
];

export const moveGuildChoices: Migration = {
  async up(db) {
    for (const statement of UP) await statement.execute(db);
  },
  async down(db) {
    for (const statement of DOWN) await statement.execute(db);
  },
};
