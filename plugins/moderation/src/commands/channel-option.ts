import { UserError } from '@twi/sdk';
import type { ChatInputCommandInteraction, GuildBasedChannel, SlashCommandChannelOption } from 'discord.js';
import { notLockable } from '../channels/channel-errors.ts';
import {
  isLockable,
  isSlowable,
  LOCKABLE_TYPES,
  type LockableChannel,
  SLOWABLE_TYPES,
  type SlowableChannel,
} from '../channels/lockable-channel.ts';

type Invocation = ChatInputCommandInteraction<'cached'>;

export function lockableChannelOption(option: SlashCommandChannelOption): SlashCommandChannelOption {
  return option
    .setName('channel')
    .setDescription('Which channel. Default: this one')
    .addChannelTypes(...LOCKABLE_TYPES);
}

export function slowableChannelOption(option: SlashCommandChannelOption): SlashCommandChannelOption {
  return option
    .setName('channel')
    .setDescription('Which channel or thread. Default: this one')
    .addChannelTypes(...SLOWABLE_TYPES);
}

/** The channel that the option names, or the one where the command was typed. */
export async function readLockableChannel(interaction: Invocation): Promise<LockableChannel> {
  const channel = await readChannel(interaction);
  if (!channel || !isLockable(channel)) throw new UserError(notLockable('channel'));
  return channel;
}

export async function readSlowableChannel(interaction: Invocation): Promise<SlowableChannel> {
  const channel = await readChannel(interaction);
  if (!channel || !isSlowable(channel)) throw new UserError(notLockable('channel'));
  return channel;
}

async function readChannel({ options, guild, channelId }: Invocation): Promise<GuildBasedChannel | null> {
  return guild.channels.fetch(options.getChannel('channel')?.id ?? channelId);
}
