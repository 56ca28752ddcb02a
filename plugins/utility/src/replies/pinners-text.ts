import { roleMention, type Snowflake } from 'discord.js';

/** Who may pin in a channel, in words; the id of the guild stands for everybody. */
export function pinnersText(guildId: Snowflake, roleIds: readonly Snowflake[]): string {
  if (roleIds.length === 0) return 'the staff alone';
  if (roleIds.includes(guildId)) return 'everybody';
  return ['the staff', ...roleIds.map((id) => roleMention(id))].join(', ');
}
