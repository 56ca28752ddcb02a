import { PresenceUpdateStatus } from 'discord-api-types/v10';
import { renderPresence } from '../state/presence.ts';
import type { PresenceRecord } from '../state/presence.ts';
import type { World } from '../state/world.ts';

/** Sets how somebody appears and tells every guild that they are in. */
export function setPresence(world: World, userId: string, presence: PresenceRecord): void {
  if (presence.status === PresenceUpdateStatus.Offline) world.presences.delete(userId);
  else world.presences.set(userId, presence);
  for (const guild of world.state.guilds.values()) {
    if (!guild.members.has(userId)) continue;
    const data = () => ({ ...renderPresence(userId, presence), guild_id: guild.id });
    world.emit('PRESENCE_UPDATE', data, guild.id);
  }
}
