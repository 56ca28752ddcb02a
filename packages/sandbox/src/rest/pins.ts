import { AuditLogEvent, MessageType } from 'discord-api-types/v10';
import { writeAuditLog } from '../actions/audit-log.ts';
import { setPinned } from '../actions/message-changes.ts';
import { createMessage } from '../actions/messages.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { ChannelRecord } from '../state/channel.ts';
import type { MessageRecord } from '../state/message.ts';
import { renderMessage } from '../state/render-message.ts';
import { requireIn, visibleChannel } from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const MAXIMUM_PINS = 250;
const OLD = '/channels/{channel_id}/pins';
const NEW = '/channels/{channel_id}/messages/pins';

/** Pinned messages, by the routes of today and by those they replaced. */
export const pinRoutes: readonly Route[] = [
  { method: 'GET', template: OLD, handle: listOld },
  { method: 'GET', template: NEW, handle: list },
  ...[OLD, NEW].flatMap((path): Route[] => [
    { method: 'PUT', template: `${path}/{message_id}`, handle: pin },
    { method: 'DELETE', template: `${path}/{message_id}`, handle: unpin },
  ]),
];

function listOld(request: RestRequest): object[] {
  const channel = readable(request);
  return pinned(request, channel).map((record) => renderMessage(request.world, record));
}

function list(request: RestRequest): object {
  const channel = readable(request);
  const before = request.query['before'];
  const limit = request.limit(50, 50);
  const all = pinned(request, channel).filter(
    (record) => before === undefined || Date.parse(record.pinnedAt ?? '') < Date.parse(before),
  );
  const items = all.slice(0, limit).map((record) => ({
    pinned_at: record.pinnedAt,
    message: renderMessage(request.world, record),
  }));
  return { items, has_more: all.length > limit };
}

function pin(request: RestRequest): void {
  const { world } = request;
  const { channel, record } = target(request);
  if (record.message.pinned) return;
  if (pinned(request, channel).length >= MAXIMUM_PINS) {
    throw new DiscordError(400, 30_003, `Maximum number of pins reached for the channel (${MAXIMUM_PINS})`);
  }
  setPinned(world, channel, record, true);
  createMessage(world, {
    channel,
    author: world.user(world.botId),
    body: { message_reference: { message_id: record.message.id } },
    type: MessageType.ChannelPinnedMessage,
  });
  audit(request, AuditLogEvent.MessagePin, { channel, record });
}

function unpin(request: RestRequest): void {
  const { channel, record } = target(request);
  if (!record.message.pinned) return;
  setPinned(request.world, channel, record, false);
  audit(request, AuditLogEvent.MessageUnpin, { channel, record });
}

/** Source: Discord's documentation, "Audit Log Events" and "Optional Audit Entry Info". */
function audit(
  request: RestRequest,
  type: AuditLogEvent.MessagePin | AuditLogEvent.MessageUnpin,
  { channel, record: { message } }: { channel: ChannelRecord; record: MessageRecord },
): void {
  const guild = request.world.guildOf(channel);
  if (!guild) return;
  writeAuditLog(request.world, guild, request.actor, {
    type,
    targetId: message.author.id,
    options: { channel_id: channel.id, message_id: message.id },
  });
}

function readable(request: RestRequest): ChannelRecord {
  const channel = visibleChannel(request.world, request.param('channel_id'));
  requireIn(request.world, channel, ['ReadMessageHistory']);
  return channel;
}

function target(request: RestRequest) {
  const channel = visibleChannel(request.world, request.param('channel_id'));
  requireIn(request.world, channel, ['PinMessages']);
  return { channel, record: request.world.message(channel.id, request.param('message_id')) };
}

function pinned({ world }: RestRequest, channel: ChannelRecord): MessageRecord[] {
  return Array.from(world.state.messages.get(channel.id)?.values() ?? [])
    .filter((record) => record.message.pinned)
    .toSorted((left, right) => (right.pinnedAt ?? '').localeCompare(left.pinnedAt ?? ''));
}
