import { MessageType } from 'discord.js';
import { textOf } from './message-text.ts';
import type { Writer } from './writers.ts';

/** Of that many messages, one is of a kind. */
const EVERY = { reply: 9, mention: 13, attachment: 23 } as const;

/** When a message is written, and which one it is. */
export interface Moment {
  readonly at: number;
  readonly id: string;
  readonly timestamp: string;
}

/** The data of a message as Discord sends it: a plain one, a reply, with people mentioned, or with a picture. */
export function messageEvent(writer: Writer, moment: Moment, other: Writer): object {
  const { guildId, channelId, member } = writer;
  const { at } = moment;
  const isReply = at % EVERY.reply === 0;
  return {
    type: isReply ? MessageType.Reply : MessageType.Default,
    ...message(writer, moment),
    ...(at % EVERY.mention === 0 && { mentions: [{ ...authorOf(other), member: other.member }] }),
    ...(at % EVERY.attachment === 0 && { attachments: [picture(channelId, moment.id)] }),
    ...(isReply && replyTo(writer, moment, other)),
    member,
    channel_type: 0,
    guild_id: guildId,
  };
}

function message(writer: Writer, { at, id, timestamp }: Moment): object {
  return {
    tts: false,
    timestamp,
    pinned: false,
    nonce: id,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    id,
    flags: 0,
    embeds: [],
    edited_timestamp: null,
    content: textOf(at),
    components: [],
    channel_id: writer.channelId,
    author: authorOf(writer),
    attachments: [],
  };
}

function authorOf({ author: { id, username, global_name, discriminator, avatar } }: Writer): object {
  return {
    username,
    public_flags: 0,
    primary_guild: null,
    id,
    global_name,
    discriminator,
    display_name_styles: null,
    collectibles: null,
    clan: null,
    avatar_decoration_data: null,
    avatar,
  };
}

function replyTo({ guildId, channelId }: Writer, { at, id, timestamp }: Moment, other: Writer): object {
  const earlier = String(BigInt(id) - (1n << 32n));
  return {
    message_reference: { type: 0, message_id: earlier, guild_id: guildId, channel_id: channelId },
    referenced_message: {
      type: MessageType.Default,
      ...message({ ...other, channelId }, { at: at + 1, id: earlier, timestamp }),
    },
  };
}

function picture(channelId: string, id: string): object {
  return {
    id,
    filename: 'image.png',
    size: 58_123,
    url: `https://cdn.discordapp.com/attachments/${channelId}/${id}/image.png?ex=6747b1c5&is=67466045&hm=3a2b`,
    proxy_url: `https://media.discordapp.net/attachments/${channelId}/${id}/image.png?ex=6747b1c5&is=67466045&hm=3a2b`,
    width: 640,
    height: 480,
    content_type: 'image/png',
    content_scan_version: 1,
    placeholder: '2PcNBYCHeHeHiHiPeHh3h4d4+IePgIc=',
    placeholder_version: 1,
  };
}
