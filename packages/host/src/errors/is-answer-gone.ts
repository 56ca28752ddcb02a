import { DiscordAPIError, type Interaction, RESTJSONErrorCodes } from 'discord.js';

/** Whether a handler failed for the answer that it was writing alone: somebody has deleted that meanwhile, as a purge does. */
export function isAnswerGone(error: Error, interaction: Interaction | undefined): boolean {
  return (
    interaction !== undefined &&
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.UnknownMessage &&
    error.url.includes(`/${interaction.token}/messages/`)
  );
}
