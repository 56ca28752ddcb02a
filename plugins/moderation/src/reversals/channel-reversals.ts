import { absentOn, defineReversal, type ReversalRun, snowflake, UserError } from '@twi/sdk';
import { channelMention, type GuildBasedChannel, RESTJSONErrorCodes } from 'discord.js';
import { z } from 'zod';
import { channelGone, notLockable, slowmodeText } from '../channels/channel-errors.ts';
import { isLockable, isSlowable } from '../channels/lockable-channel.ts';

const channelData = z.object({ channel: snowflake });

type ChannelRun = ReversalRun<z.output<typeof channelData>>;

export const lockReversal = defineReversal({
  data: channelData,
  node: 'moderation.channels',
  undo: unlock,
  redo: lock,
});

export const unlockReversal = defineReversal({
  data: channelData,
  node: 'moderation.channels',
  undo: lock,
  redo: unlock,
});

const slowmodeData = channelData.extend({ before: z.int(), after: z.int() });

type SlowmodeRun = ReversalRun<z.output<typeof slowmodeData>>;

export const slowmodeReversal = defineReversal({
  data: slowmodeData,
  node: 'moderation.channels',
  undo: (run) => setSlowmode(run, run.data.before, run.data.after),
  redo: (run) => setSlowmode(run, run.data.after, run.data.before),
});

async function lock(run: ChannelRun): Promise<string> {
  const channel = await lockableOf(run);
  await run.container.moderation.locks.lock({ channel, moderator: run.member });
  return `Locked ${channelMention(channel.id)}.`;
}

async function unlock(run: ChannelRun): Promise<string> {
  const channel = await lockableOf(run);
  await run.container.moderation.locks.unlock({ channel, moderator: run.member });
  return `Unlocked ${channelMention(channel.id)}.`;
}

async function setSlowmode(run: SlowmodeRun, seconds: number, expected: number): Promise<string> {
  const channel = await channelOf(run);
  if (!isSlowable(channel)) throw new UserError(notLockable('channel'));
  await run.container.moderation.slowmode.set({ channel, moderator: run.member, seconds, expected });
  return `The slow mode of ${channelMention(channel.id)} is ${slowmodeText(seconds)}.`;
}

async function lockableOf(run: ChannelRun) {
  const channel = await channelOf(run);
  if (!isLockable(channel)) throw new UserError(notLockable('channel'));
  return channel;
}

async function channelOf({ guild, data }: ChannelRun): Promise<GuildBasedChannel> {
  const channel = await absentOn(guild.channels.fetch(data.channel), RESTJSONErrorCodes.UnknownChannel);
  if (!channel) throw new UserError(channelGone());
  return channel;
}
