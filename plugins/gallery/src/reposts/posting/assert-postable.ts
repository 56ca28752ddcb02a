import { missingPermissions, UserError } from '@twi/sdk';
import { ChannelType, type PermissionsString } from 'discord.js';
import type { OpenDestination } from '../../destinations/destinations.ts';
import { botLacks } from '../repost-refusals.ts';

/** Says beforehand what Discord would refuse. @throws {UserError} `gallery.repost-bot-lacks` */
export async function assertPostable(
  { channel, destination }: OpenDestination,
  { withFiles }: { readonly withFiles: boolean },
): Promise<void> {
  const opensThread = destination.autoThread && channel.type === ChannelType.GuildText;
  const needed: PermissionsString[] = [
    'ViewChannel',
    'SendMessages',
    'EmbedLinks',
    'ReadMessageHistory',
    ...(withFiles ? (['AttachFiles'] as const) : []),
    ...(opensThread ? (['CreatePublicThreads'] as const) : []),
  ];
  const missing = await missingPermissions(channel, needed);
  if (missing.length > 0) throw new UserError(botLacks(channel.id, missing));
}
