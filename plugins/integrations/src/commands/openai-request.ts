import { reply, translator } from '@twi/sdk';
import type { ChatInputCommandInteraction } from 'discord.js';
import type { OpenAiRequest } from '../openai/openai.ts';

/** How many messages are read where nobody says. */
export const DEFAULT_COUNT = 50;
export const MOST_MESSAGES = 200;

/** What OpenAI is asked for by a deferred command, which tells how far it is. */
export async function openAiRequest(
  interaction: ChatInputCommandInteraction<'cached'>,
  channelId: string,
): Promise<OpenAiRequest> {
  const t = await translator(interaction);
  return {
    member: interaction.member,
    channelId,
    count: interaction.options.getInteger('count') ?? DEFAULT_COUNT,
    shownIn: interaction.channel,
    locale: t.locale,
    onRequest: (part, parts) =>
      parts === 1
        ? Promise.resolve()
        : interaction.editReply(reply.info(t('integrations:openai.progress', { part, parts }))),
  };
}
