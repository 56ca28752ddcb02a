import {
  InteractionResponseType as Answer,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type {
  APIInteractionResponse,
  RESTPatchAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import { bitFlags } from '../state/bit-flags.ts';
import type { InteractionRecord } from '../state/interaction.ts';
import type { MessageRecord } from '../state/message.ts';
import { renderMessage } from '../state/render-message.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';
import type { ReceivedFile } from './attachments.ts';
import { deleteMessages, editMessage } from './message-changes.ts';
import { createMessage } from './messages.ts';

/** How long an interaction's token can be used. */
const TOKEN_LIFETIME_MS = 15 * 60 * 1_000;

type MessageBody = Partial<RESTPostAPIChannelMessageJSONBody>;

/**
 * Takes the bot's first answer to an interaction.
 *
 * @returns the message that the answer made or changed, if it made one
 * @throws DiscordError 10062 after the deadline, 40060 when it was answered before, 50035 for an answer of the wrong kind
 */
export function respond(
  world: World,
  interaction: InteractionRecord,
  response: APIInteractionResponse,
  files: readonly ReceivedFile[],
): MessageRecord | undefined {
  if (interaction.acknowledgement !== undefined) {
    throw new DiscordError(400, 40_060, 'Interaction has already been acknowledged.');
  }
  if (Date.now() - interaction.createdAt > world.interactionDeadlineMs) throw unknown('interaction');
  if (!fits(interaction, response.type)) {
    throw new DiscordError(400, 50_035, 'Invalid Form Body', {
      type: {
        _errors: [{ code: 'INTERACTION_TYPE_INVALID', message: 'This answer does not fit the interaction.' }],
      },
    });
  }
  interaction.acknowledgement = response.type;
  interaction.observer.acknowledged(response.type);
  return applyResponse(world, interaction, response, files);
}

/** Finds the interaction a token belongs to. @throws DiscordError 50027 for a token that is wrong or too old */
export function interactionOfToken(world: World, token: string): InteractionRecord {
  const interaction = world.interactions.get(token);
  if (!interaction || Date.now() - interaction.createdAt > TOKEN_LIFETIME_MS) {
    throw new DiscordError(401, 50_027, 'Invalid Webhook Token');
  }
  if (interaction.acknowledgement === undefined) throw unknown('webhook');
  return interaction;
}

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
  editMessage(world, { channel, record, body, files });
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

/** Forgets interactions whose tokens are no longer good. */
export function forgetExpiredInteractions(world: World): void {
  for (const [token, interaction] of world.interactions) {
    if (Date.now() - interaction.createdAt <= TOKEN_LIFETIME_MS) return;
    world.interactions.delete(token);
  }
}

function fits(interaction: InteractionRecord, answer: Answer): boolean {
  const isAutocomplete = interaction.type === InteractionType.ApplicationCommandAutocomplete;
  if (isAutocomplete !== (answer === Answer.ApplicationCommandAutocompleteResult)) return false;
  if (answer === Answer.Pong) return false;
  if (answer === Answer.Modal) return interaction.type !== InteractionType.ModalSubmit;
  const updates = answer === Answer.UpdateMessage || answer === Answer.DeferredMessageUpdate;
  return !updates || interaction.sourceMessageId !== undefined;
}

function applyResponse(
  world: World,
  interaction: InteractionRecord,
  response: APIInteractionResponse,
  files: readonly ReceivedFile[],
): MessageRecord | undefined {
  switch (response.type) {
    case Answer.ChannelMessageWithSource: {
      const isEphemeral = ((response.data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      const record = post(world, interaction, { body: response.data, files, isEphemeral });
      interaction.originalId = record.message.id;
      interaction.isEphemeral = isEphemeral;
      interaction.observer.answered(renderMessage(world, record, interaction.userId));
      return record;
    }
    case Answer.DeferredChannelMessageWithSource: {
      const isEphemeral = ((response.data?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      const body = { flags: MessageFlags.Loading };
      const record = post(world, interaction, { body, files: [], isEphemeral });
      interaction.originalId = record.message.id;
      interaction.isThinking = true;
      interaction.isEphemeral = isEphemeral;
      return record;
    }
    case Answer.DeferredMessageUpdate:
      interaction.originalId = interaction.sourceMessageId ?? '';
      return undefined;
    case Answer.UpdateMessage: {
      interaction.originalId = interaction.sourceMessageId ?? '';
      const record = originalOf(world, interaction);
      const channel = world.channel(interaction.channelId);
      editMessage(world, {
        channel,
        record,
        body: response.data as RESTPatchAPIChannelMessageJSONBody,
        files,
      });
      interaction.observer.answered(renderMessage(world, record, interaction.userId));
      return record;
    }
    case Answer.ApplicationCommandAutocompleteResult:
      interaction.observer.choicesOffered(response.data.choices ?? []);
      return undefined;
    case Answer.Modal:
      interaction.observer.modalOpened(response.data);
      return undefined;
    case Answer.Pong:
    case Answer.LaunchActivity:
    case Answer.PremiumRequired:
    default:
      return undefined;
  }
}

function post(
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
