import type {
  RESTPatchAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { AuditLogEvent, ChannelType, MessageFlags } from 'discord-api-types/v10';
import { writeAuditLog } from '../actions/audit-log.ts';
import { deleteMessages, editMessage } from '../actions/message-changes.ts';
import { createMessage } from '../actions/messages.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { bitFlags } from '../state/bit-flags.ts';
import type { ChannelRecord } from '../state/channel.ts';
import { isThreadOnly } from '../state/channel.ts';
import type { MessageRecord } from '../state/message.ts';
import { renderMessage } from '../state/render-message.ts';
import { timestampOf } from '../state/snowflake.ts';
import { missingPermissions, requireIn, visibleChannel } from '../state/access.ts';
import type { PermissionName } from '../state/access.ts';
import { pageOfMessages } from './message-page.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const MESSAGES = '/channels/{channel_id}/messages';
const MESSAGE = `${MESSAGES}/{message_id}`;
const BULK_DELETE_DAYS = 14;
const DAY_MS = 86_400_000;
/** "The past few minutes", as the documentation says. */
const NONCE_MEMORY_MS = 5 * 60_000;

/** Messages of channels, threads and direct conversations. */
export const messageRoutes: readonly Route[] = [
  { method: 'GET', template: MESSAGES, handle: list },
  { method: 'POST', template: MESSAGES, handle: create },
  { method: 'POST', template: `${MESSAGES}/bulk-delete`, handle: bulkDelete },
  { method: 'GET', template: MESSAGE, handle: get },
  { method: 'PATCH', template: MESSAGE, handle: edit },
  { method: 'DELETE', template: MESSAGE, handle: remove },
];

function list(request: RestRequest): object[] {
  const channel = visibleChannel(request.world, request.param('channel_id'));
  requireIn(request.world, channel, ['ReadMessageHistory']);
  return pageOfMessages(request, channel).map((record) => renderMessage(request.world, record));
}

function get(request: RestRequest): object {
  const { channel, record } = target(request);
  requireIn(request.world, channel, ['ReadMessageHistory']);
  return renderMessage(request.world, record);
}

function create(request: RestRequest): object {
  const { world, files } = request;
  const channel = visibleChannel(world, request.param('channel_id'));
  const body = request.json<RESTPostAPIChannelMessageJSONBody>();
  requireMaySend(request, channel, body);
  const twin = body.enforce_nonce === true ? twinOf(request, channel, body.nonce) : undefined;
  if (twin) return renderMessage(world, twin);
  return renderMessage(
    world,
    createMessage(world, { channel, author: world.user(world.botId), body, files }),
  );
}

/** Finds the message that the bot sent with the same nonce in the last minutes, so that a repeated request sends nothing twice. */
function twinOf(
  { world }: RestRequest,
  channel: ChannelRecord,
  nonce: string | number | undefined,
): MessageRecord | undefined {
  if (nonce === undefined) return undefined;
  const oldest = Date.now() - NONCE_MEMORY_MS;
  return [...(world.state.messages.get(channel.id)?.values() ?? [])].findLast(
    ({ message }) =>
      message.author.id === world.botId && message.nonce === nonce && timestampOf(message.id) >= oldest,
  );
}

function requireMaySend(
  { world, files }: RestRequest,
  channel: ChannelRecord,
  body: RESTPostAPIChannelMessageJSONBody,
): void {
  if (isThreadOnly(channel) || channel.type === ChannelType.GuildCategory) {
    throw new DiscordError(400, 50_008, 'Cannot send messages in a non-text channel');
  }
  if (channel.recipientId !== undefined && world.state.closedDirectMessages.has(channel.recipientId)) {
    throw new DiscordError(403, 50_007, 'Cannot send messages to this user');
  }
  if (channel.thread?.archived && channel.thread.locked) {
    throw new DiscordError(400, 50_083, 'Thread is archived');
  }
  const needed: PermissionName[] = [channel.thread ? 'SendMessagesInThreads' : 'SendMessages'];
  if (files.length > 0) needed.push('AttachFiles');
  if (body.embeds && body.embeds.length > 0) needed.push('EmbedLinks');
  if (body.tts) needed.push('SendTTSMessages');
  if (body.message_reference) needed.push('ReadMessageHistory');
  if (body.poll) needed.push('SendPolls');
  requireIn(world, channel, needed);
}

function edit(request: RestRequest): object {
  const { world, files } = request;
  const { channel, record } = target(request);
  const body = request.json<RESTPatchAPIChannelMessageJSONBody>();
  if (record.message.author.id !== world.botId) {
    const changesFlagsOnly = Object.keys(body).every((key) => key === 'flags');
    if (!changesFlagsOnly) {
      throw new DiscordError(403, 50_005, 'Cannot edit a message authored by another user');
    }
    requireIn(world, channel, ['ManageMessages']);
    const kept = (record.message.flags ?? 0) & ~MessageFlags.SuppressEmbeds;
    const flags = bitFlags<MessageFlags>(kept | ((body.flags ?? 0) & MessageFlags.SuppressEmbeds));
    return renderMessage(world, editMessage(world, { channel, record, body: { flags } }));
  }
  return renderMessage(world, editMessage(world, { channel, record, body, files }));
}

function remove(request: RestRequest): void {
  const { world } = request;
  const { channel, record } = target(request);
  const isOwn = record.message.author.id === world.botId;
  if (!isOwn && channel.guildId === undefined) throw missingPermissions();
  if (!isOwn) requireIn(world, channel, ['ManageMessages']);
  deleteMessages(world, channel, [record.message.id]);
}

function bulkDelete(request: RestRequest): void {
  const { world } = request;
  const channel = visibleChannel(world, request.param('channel_id'));
  requireIn(world, channel, ['ManageMessages']);
  const { messages: ids } = request.json<{ messages: string[] }>();
  const oldest = Date.now() - BULK_DELETE_DAYS * DAY_MS;
  if (ids.some((id) => timestampOf(id) < oldest)) {
    throw new DiscordError(400, 50_034, 'You can only bulk delete messages that are under 14 days old.');
  }
  deleteMessages(world, channel, ids);
  const guild = world.guildOf(channel);
  if (guild) {
    writeAuditLog(world, guild, request.actor, {
      type: AuditLogEvent.MessageBulkDelete,
      targetId: channel.id,
      options: { count: String(ids.length) },
    });
  }
}

function target(request: RestRequest): { channel: ChannelRecord; record: MessageRecord } {
  const channel = visibleChannel(request.world, request.param('channel_id'));
  return { channel, record: request.world.message(channel.id, request.param('message_id')) };
}
