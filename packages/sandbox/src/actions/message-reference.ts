import { MessageReferenceType } from 'discord-api-types/v10';
import type { APIMessage, RESTAPIMessageReference } from 'discord-api-types/v10';
import type { ChannelRecord } from '../state/channel.ts';
import { renderMessage } from '../state/render-message.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';

/** Resolves what a message replies to or forwards. */
export function referenceOf(
  world: World,
  channel: ChannelRecord,
  reference: RESTAPIMessageReference | undefined,
): { fields: Partial<APIMessage>; repliedTo?: APIMessage } | undefined {
  if (reference?.message_id === undefined) return undefined;
  const sourceId = reference.channel_id ?? channel.id;
  const source = world.state.messages.get(sourceId)?.get(reference.message_id);
  if (!source && reference.fail_if_not_exists !== false) throw unknown('message');
  if (!source) return undefined;
  const isForward = reference.type === MessageReferenceType.Forward;
  const fields = {
    message_reference: {
      type: reference.type ?? MessageReferenceType.Default,
      message_id: reference.message_id,
      channel_id: sourceId,
      ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    },
  };
  const original = renderMessage(world, source);
  if (!isForward) {
    return { fields: { ...fields, referenced_message: withoutReference(original) }, repliedTo: original };
  }
  return { fields: { ...fields, message_snapshots: [{ message: original }] } };
}

/** Discord nests one message of a chain of replies, not all of them. */
function withoutReference(message: APIMessage): APIMessage {
  const { referenced_message: _nested, ...rest } = message;
  return rest;
}
