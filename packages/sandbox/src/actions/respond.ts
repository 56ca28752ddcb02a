import { InteractionResponseType as Answer, InteractionType, MessageFlags } from 'discord-api-types/v10';
import type { APIInteractionResponse, RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import type { InteractionRecord } from '../state/interaction.ts';
import type { MessageRecord } from '../state/message.ts';
import { renderMessage } from '../state/render-message.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';
import type { ReceivedFile } from './attachments.ts';
import { originalOf, post } from './interaction-messages.ts';
import { editMessage } from './message-changes.ts';

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
