import {
  defineChangeReversal,
  defineReversal,
  isGone,
  type PluginReversals,
  type ReversalRun,
  snowflake,
  UserError,
} from '@twi/sdk';
import { channelMention, type Message } from 'discord.js';
import { z } from 'zod';
import type { PinChannelTransition } from '../pins/pin-channels.ts';
import { messageGone, pinMovedOn } from '../pins/pin-errors.ts';
import { pinnersText } from '../replies/pinners-text.ts';

const pinData = z.object({ channelId: snowflake, messageId: snowflake });

type PinRun = ReversalRun<z.output<typeof pinData>>;

const pinReversal = defineReversal({ data: pinData, node: 'utility.pins', undo: unpin, redo: pin });
const unpinReversal = defineReversal({ data: pinData, node: 'utility.pins', undo: pin, redo: unpin });

const channelData: z.ZodType<PinChannelTransition> = z.object({
  channelId: snowflake,
  before: z.array(snowflake),
  after: z.array(snowflake),
});

const pinChannelReversal = defineChangeReversal({
  data: channelData,
  node: 'utility.pin-admin',
  replace,
});

/** How pins, and where members may pin, are undone and repeated. */
export const pinReversals: PluginReversals = {
  'utility.pin': pinReversal,
  'utility.unpin': unpinReversal,
  'utility.pin-channel': pinChannelReversal,
};

async function pin(run: PinRun): Promise<string> {
  const message = await messageOf(run);
  if (message.pinned) throw new UserError(pinMovedOn(true));
  await run.container.utility.pins.pin(message, run.member);
  return `Pinned ${message.url}.`;
}

async function unpin(run: PinRun): Promise<string> {
  const message = await messageOf(run);
  if (!message.pinned) throw new UserError(pinMovedOn(false));
  await run.container.utility.pins.unpin(message, run.member);
  return `Unpinned ${message.url}.`;
}

/** As it is in Discord now. */
async function messageOf({ guild, data }: PinRun): Promise<Message<true>> {
  try {
    const channel = await guild.channels.fetch(data.channelId);
    if (channel?.isTextBased()) return await channel.messages.fetch({ message: data.messageId, force: true });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  throw new UserError(messageGone());
}

async function replace({
  container,
  guild,
  member,
  data: transition,
}: ReversalRun<PinChannelTransition>): Promise<string> {
  await container.utility.pins.channels.replace(transition, member);
  const { channelId, after } = transition;
  return `Who may pin in ${channelMention(channelId)} now: ${pinnersText(guild.id, after)}.`;
}
