import { AuditLogEvent } from 'discord-api-types/v10';
import type { GuildRecord } from '../state/guild.ts';
import type { World } from '../state/world.ts';
import { writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { enterVoice, leaveVoice } from './voice.ts';

/** Moves somebody to another voice channel, or out of voice (null). */
export function moveMember(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { userId, channelId }: { userId: string; channelId: string | null },
): void {
  if (channelId === null) {
    leaveVoice(world, guild, userId);
    const options = { count: '1' };
    writeAuditLog(world, guild, actor, { type: AuditLogEvent.MemberDisconnect, targetId: null, options });
    return;
  }
  enterVoice(world, guild, { userId, channel: world.channel(channelId) });
  const options = { channel_id: channelId, count: '1' };
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.MemberMove, targetId: null, options });
}
