import { MessageFlags, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import type {
  APIEmbed,
  APIMessage,
  APIMessageInteractionMetadata,
  APIMessageReference,
  APIUser,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { bitFlags } from '../state/bit-flags.ts';
import type { ChannelRecord } from '../state/channel.ts';
import { renderMemberOnly } from '../state/member.ts';
import type { MessageRecord } from '../state/message.ts';
import { renderMessage } from '../state/render-message.ts';
import { canSee, permissionsIn } from '../state/standing.ts';
import type { World } from '../state/world.ts';
import { storeFiles } from './attachments.ts';
import type { AttachmentEntry, ReceivedFile } from './attachments.ts';
import { makePoll } from './make-poll.ts';
import { findMentions } from './mentions.ts';
import { mentioningText, normaliseComponents, normaliseEmbeds } from './message-content.ts';
import { referenceOf } from './message-reference.ts';
import { stickerItems } from './sticker-items.ts';
import { wakeThread } from './threads-activity.ts';

/** How many messages a channel remembers; the oldest go first. */
const MAXIMUM_MESSAGES_PER_CHANNEL = 100_000;

/** What a message is made of: a body as REST takes it, and who sends it. */
export interface MessageDraft {
  readonly channel: ChannelRecord;
  readonly author: APIUser;
  readonly body: Partial<RESTPostAPIChannelMessageJSONBody>;
  readonly files?: readonly ReceivedFile[];
  readonly type?: MessageType;
  readonly webhookId?: string;
  readonly applicationId?: string;
  readonly interaction?: APIMessageInteractionMetadata;
  readonly ephemeralFor?: string | undefined;
  /** Id the message must have (a thread's starter shares the thread's id). */
  readonly id?: string;
  /** Embeds that Discord itself writes, of other kinds than bots can send. */
  readonly systemEmbeds?: readonly APIEmbed[];
  /** What a copy of another channel's message refers to. */
  readonly origin?: APIMessageReference;
}

/** Creates a message and announces it. */
export function createMessage(world: World, draft: MessageDraft): MessageRecord {
  const record = storeMessage(world, draft);
  announceMessage(world, 'MESSAGE_CREATE', draft.channel, record);
  return record;
}

/** Announces a message that is new or changed, unless it is one that the bot does not see. */
export function announceMessage(
  world: World,
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  channel: ChannelRecord,
  record: MessageRecord,
): void {
  if (record.ephemeralFor !== undefined) return;
  const isDirect = channel.guildId === undefined;
  if (!isDirect && !canSee(world, channel, world.botId)) return;
  world.emit(event, () => renderEvent(world, channel, record), channel.guildId);
}

function renderEvent(world: World, channel: ChannelRecord, record: MessageRecord): object {
  const message = renderMessage(world, record);
  const member = world.guildOf(channel)?.members.get(message.author.id);
  return {
    ...message,
    channel_type: channel.type,
    ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    ...(member && message.webhook_id === undefined && { member: renderMemberOnly(member) }),
  };
}

function storeMessage(world: World, draft: MessageDraft): MessageRecord {
  const { channel } = draft;
  const poll = draft.body.poll ? makePoll(draft.body.poll) : undefined;
  const record: MessageRecord = {
    message: { ...buildMessage(world, draft), ...(poll && { poll: poll.wire }) },
    attachmentIds: storeFiles(
      world,
      channel.id,
      draft.files ?? [],
      draft.body.attachments as readonly AttachmentEntry[] | undefined,
    ),
    ...(poll && { poll: poll.record }),
    ...(draft.ephemeralFor !== undefined && { ephemeralFor: draft.ephemeralFor }),
  };
  if (poll) world.openPolls.add(record);
  let messages = world.state.messages.get(channel.id);
  if (!messages) world.state.messages.set(channel.id, (messages = new Map()));
  messages.set(record.message.id, record);
  if (messages.size > MAXIMUM_MESSAGES_PER_CHANNEL) forgetOldest(world, messages);
  if (draft.ephemeralFor === undefined) {
    channel.lastMessageId = record.message.id;
    if (channel.thread) wakeThread(world, channel, draft.author.id);
  }
  return record;
}

function buildMessage(world: World, draft: MessageDraft): APIMessage {
  const { body, channel, author } = draft;
  const reference = referenceOf(world, channel, body.message_reference);
  const mentions = findMentions(world, {
    channel,
    content: mentioningText(body),
    allowed: body.allowed_mentions,
    mayMentionEveryone:
      draft.webhookId !== undefined ||
      (permissionsIn(world, channel, author.id) & PermissionFlagsBits.MentionEveryone) !== 0n,
    repliedTo: reference?.repliedTo?.author,
  });
  const ephemeral = draft.ephemeralFor === undefined ? 0 : MessageFlags.Ephemeral;
  return {
    id: draft.id ?? world.ids.next(),
    type: draft.type ?? (reference?.repliedTo ? MessageType.Reply : MessageType.Default),
    channel_id: channel.id,
    author,
    content: body.content ?? '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    mention_everyone: mentions.everyone,
    mentions: mentions.users,
    mention_roles: mentions.roleIds,
    attachments: [],
    embeds: [...normaliseEmbeds(body.embeds), ...(draft.systemEmbeds ?? [])],
    components: normaliseComponents(body.components),
    pinned: false,
    flags: bitFlags((body.flags ?? 0) | ephemeral),
    ...(body.nonce !== undefined && { nonce: body.nonce }),
    ...(draft.webhookId !== undefined && { webhook_id: draft.webhookId }),
    ...(draft.applicationId !== undefined && { application_id: draft.applicationId }),
    ...(draft.interaction && { interaction_metadata: draft.interaction }),
    ...(body.sticker_ids && { sticker_items: stickerItems(world, body.sticker_ids) }),
    ...reference?.fields,
    ...(draft.origin && { message_reference: draft.origin }),
  };
}

function forgetOldest(world: World, messages: Map<string, MessageRecord>): void {
  for (const [id, record] of messages) {
    messages.delete(id);
    for (const attachmentId of record.attachmentIds) world.state.attachments.delete(attachmentId);
    return;
  }
}
