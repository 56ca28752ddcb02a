import { missingPermissions, UserError } from '@twi/sdk';
import { DiscordAPIError, type GuildBasedChannel, type PermissionsString } from 'discord.js';
import { refusalSentence } from '../actions/discord-refusal.ts';
import { botLacksInChannel, channelRefused } from './channel-errors.ts';

const TITLES = {
  ViewChannel: 'View Channel',
  ManageChannels: 'Manage Channels',
  ManageRoles: 'Manage Permissions',
} as const satisfies Partial<Record<PermissionsString, string>>;

type ChannelPermission = keyof typeof TITLES;

/** @throws {UserError} `moderation.bot-lacks-in-channel` */
export async function assertBotMay(
  channel: GuildBasedChannel,
  permissions: readonly ChannelPermission[],
): Promise<void> {
  const missing = await missingPermissions(channel, permissions);
  if (missing.length === 0) return;
  throw new UserError(
    botLacksInChannel(
      channel.id,
      missing.map((permission) => TITLES[permission]),
    ),
  );
}

/** Changes a channel. @throws {UserError} `moderation.channel-refused` when Discord says no */
export async function changing<Result>(channelId: string, change: () => Promise<Result>): Promise<Result> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof DiscordAPIError)
      throw new UserError(channelRefused(channelId, refusalSentence(error)));
    throw error;
  }
}
