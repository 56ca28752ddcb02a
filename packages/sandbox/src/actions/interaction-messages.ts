import { InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type {
  RESTPatchAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { bitFlags } from '../state/bit-flags.ts';
import type { InteractionRecord } from '../state/interaction.ts';
import type { MessageRecord } from '../state/message.ts';
import { renderMessage } from '../state/render-message.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';
import type { ReceivedFile } from './attachments.ts';
import { deleteMessages, editMessage } from './message-changes.ts';
import { createMessage } from './messages.ts';

type MessageBody = Partial<RESTPostAPIChannelMessageJSONBody>;

/** Adds a message to an answered interaction; the first one after a deferred answer becomes that answer. */
export function followUp(
  world: World,
  interaction: InteractionRecord,
  body: MessageBody,
  files: readonly ReceivedFile[],
): MessageRecord {
  if (interaction.isThinking) return editOriginal(world, interaction, body, files);
  const isEphemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const record = post(world, interaction, { body, files, isEphemeral });
  interaction.observer.followedUp(renderMessage(world, record, interaction.userId));
  return record;
}

/** Edits what `@original` names, or fills a deferred answer. */
export function editOriginal(
  world: World,
  interaction: InteractionRecord,
  body: RESTPatchAPIChannelMessageJSONBody,
  files: readonly ReceivedFile[],
): MessageRecord {
  const record = originalOf(world, interaction);
  return editOf(world, interaction, record, { body, files });
}

/** Edits one message of an interaction. */
export function editOf(
  world: World,
  interaction: InteractionRecord,
  record: MessageRecord,
  { body, files }: { body: RESTPatchAPIChannelMessageJSONBody; files: readonly ReceivedFile[] },
): MessageRecord {
  const channel = world.channel(interaction.channelId);
  const isFirst = interaction.isThinking && record.message.id === interaction.originalId;
  if (isFirst) {
    interaction.isThinking = false;
    record.message = {
      ...record.message,
      flags: bitFlags((record.message.flags ?? 0) & ~MessageFlags.Loading),
    };
  }
  editMessage(world, { channel, record, body, files, isFirstContent: isFirst });
  const shown = renderMessage(world, record, interaction.userId);
  if (isFirst) interaction.observer.answered(shown);
  else interaction.observer.edited(shown);
  return record;
}

/** Finds what `@original` names. @throws DiscordError 10008 */
export function originalOf(world: World, interaction: InteractionRecord): MessageRecord {
  if (interaction.originalId === undefined) throw unknown('message');
  return world.message(interaction.channelId, interaction.originalId, interaction.userId);
}

/** Deletes a message of an interaction; follow-ups after a deleted "thinking…" stand on their own. */
export function deleteOf(world: World, interaction: InteractionRecord, record: MessageRecord): void {
  if (record.message.id === interaction.originalId) interaction.isThinking = false;
  deleteMessages(world, world.channel(interaction.channelId), [record.message.id]);
}

/** Posts a message of an interaction. */
export function post(
  world: World,
  interaction: InteractionRecord,
  answer: { body: MessageBody; files: readonly ReceivedFile[]; isEphemeral: boolean },
): MessageRecord {
  const isCommand = interaction.type === InteractionType.ApplicationCommand;
  const isFirst = interaction.originalId === undefined;
  return createMessage(world, {
    channel: world.channel(interaction.channelId),
    author: world.user(world.botId),
    body: answer.body,
    files: answer.files,
    webhookId: world.state.application.id,
    applicationId: world.state.application.id,
    interaction: interaction.metadata,
    type: isCommand && isFirst ? MessageType.ChatInputCommand : MessageType.Reply,
    ephemeralFor: answer.isEphemeral ? interaction.userId : undefined,
  });
}
