import type { GuildRecord } from '../state/guild.ts';
import { renderGuild } from '../state/render-guild.ts';
import type { World } from '../state/world.ts';

/** Takes the bot out of a guild; its commands there go with it. */
export function leaveGuild(world: World, guild: GuildRecord): void {
  if (!guild.members.delete(world.botId)) return;
  world.state.commands.delete(guild.id);
  for (const role of guild.roles.values()) if (role.botId === world.botId) guild.roles.delete(role.id);
  world.emit('GUILD_DELETE', { id: guild.id }, guild.id);
}

/** Announces that a guild's own fields changed. */
export function announceGuild(world: World, guild: GuildRecord): void {
  world.emit('GUILD_UPDATE', renderGuild(guild), guild.id);
}
