import type { APIInteractionResponse } from 'discord-api-types/v10';
import { respond } from '../actions/respond.ts';
import { renderMessage } from '../state/render-message.ts';
import { unknown } from '../state/unknown.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

/** The bot's first answer to an interaction. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    handle: answerInteraction,
    isPublic: true,
  },
];

function answerInteraction(request: RestRequest): object | undefined {
  const { world } = request;
  const interaction = world.interactions.get(request.param('interaction_token'));
  if (interaction?.id !== request.param('interaction_id')) throw unknown('interaction');
  const response = request.json<APIInteractionResponse>();
  const record = respond(world, interaction, response, request.files);
  if (request.query['with_response'] !== 'true') return undefined;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(interaction.originalId !== undefined && { response_message_id: interaction.originalId }),
      response_message_loading: interaction.isThinking,
      response_message_ephemeral: interaction.isEphemeral,
      channel_id: interaction.channelId,
      ...(interaction.guildId !== undefined && { guild_id: interaction.guildId }),
    },
    resource: {
      type: response.type,
      ...(record && { message: renderMessage(world, record, interaction.userId) }),
    },
  };
}
