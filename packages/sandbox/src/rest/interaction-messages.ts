import type {
  RESTPatchAPIChannelMessageJSONBody,
  RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import { deleteOf, editOf, editOriginal, followUp, originalOf } from '../actions/interaction-messages.ts';
import { interactionOfToken } from '../actions/interaction-tokens.ts';
import { renderMessage } from '../state/render-message.ts';
import type { InteractionRecord } from '../state/interaction.ts';
import type { MessageRecord } from '../state/message.ts';
import type { RestRequest } from './rest-request.ts';

/** Tells whether a webhook's id is the application's, whose "webhooks" are interactions. */
export function isInteractionWebhook(request: RestRequest): boolean {
  return request.param('webhook_id') === request.world.state.application.id;
}

/** Sends a follow-up. */
export function createFollowUp(request: RestRequest): object {
  const interaction = interactionOf(request);
  const body = request.json<RESTPostAPIWebhookWithTokenJSONBody>();
  return shown(request, interaction, followUp(request.world, interaction, body, request.files));
}

/** Reads a message of an interaction. */
export function getInteractionMessage(request: RestRequest): object {
  const interaction = interactionOf(request);
  return shown(request, interaction, messageOf(request, interaction));
}

/** Edits a message of an interaction. */
export function editInteractionMessage(request: RestRequest): object {
  const { world, files } = request;
  const interaction = interactionOf(request);
  const body = request.json<RESTPatchAPIChannelMessageJSONBody>();
  const id = request.param('message_id', '@original');
  const record =
    id === '@original'
      ? editOriginal(world, interaction, body, files)
      : editOf(world, interaction, messageOf(request, interaction), { body, files });
  return shown(request, interaction, record);
}

/** Deletes a message of an interaction. */
export function deleteInteractionMessage(request: RestRequest): void {
  const interaction = interactionOf(request);
  deleteOf(request.world, interaction, messageOf(request, interaction));
}

function interactionOf(request: RestRequest): InteractionRecord {
  return interactionOfToken(request.world, request.param('webhook_token'));
}

function messageOf(request: RestRequest, interaction: InteractionRecord): MessageRecord {
  const id = request.param('message_id', '@original');
  if (id === '@original') return originalOf(request.world, interaction);
  return request.world.message(interaction.channelId, id, interaction.userId);
}

function shown(request: RestRequest, interaction: InteractionRecord, record: MessageRecord): object {
  return renderMessage(request.world, record, interaction.userId);
}
