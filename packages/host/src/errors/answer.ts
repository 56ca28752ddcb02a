import type { Reply } from '@twi/sdk';
import {
  DiscordAPIError,
  type Interaction,
  type Message,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';

/** Answers that come to nothing because the person was answered, or the time to answer is over. */
const TOO_LATE = new Set<string | number>([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
]);

/** How long words that are for one person stay in a channel. */
const WORDS_STAY_MS = 20_000;

/** Whether Discord has been told anything about an interaction. */
export function isAcknowledged(interaction: Interaction): boolean {
  if (interaction.isAutocomplete()) return interaction.responded;
  return interaction.replied || interaction.deferred;
}

/** Whether the person sees "thinking …" that nothing has replaced yet. `deferUpdate` leaves `ephemeral` null and shows nothing. */
export function isPending(interaction: Interaction): boolean {
  if (!interaction.isRepliable()) return false;
  return interaction.deferred && !interaction.replied && interaction.ephemeral !== null;
}

/**
 * Says something to the person, in whichever way the interaction's state asks for: as its first answer, in place of
 * "thinking …", or as a follow-up. Where only a list of choices can be answered, the list is empty.
 *
 * @returns whether it was said; `false` when it is too late for that.
 */
export async function answer(interaction: Interaction, words: Reply): Promise<boolean> {
  try {
    if (interaction.isAutocomplete()) {
      if (!interaction.responded) await interaction.respond([]);
    } else if (isPending(interaction)) {
      const { flags: _flags, ...content } = words;
      await interaction.editReply(content);
    } else if (isAcknowledged(interaction)) {
      await interaction.followUp({ ...words, flags: MessageFlags.Ephemeral });
    } else {
      await interaction.reply({ ...words, flags: MessageFlags.Ephemeral });
    }
    return true;
  } catch (error) {
    return isTooLate(error);
  }
}

/**
 * Says something to the author of a message, for everybody to read, and takes it back after a while: it concerns nobody
 * else. As with {@link answer}, `false` means too late.
 */
export async function answerMessage(message: Message, { embeds = [] }: Reply): Promise<boolean> {
  try {
    const said = await message.reply({ embeds, allowedMentions: { parse: [] }, failIfNotExists: false });
    if (message.inGuild()) deleteLater(said);
    return true;
  } catch (error) {
    return isTooLate(error);
  }
}

function deleteLater(message: Message): void {
  const remove = () => {
    // A bot that stopped meanwhile may do nothing more.
    const token: string | null = message.client.token;
    if (token !== null) void message.delete().catch(isTooLate);
  };
  setTimeout(remove, WORDS_STAY_MS).unref();
}

/** @throws the error when it means anything else. */
function isTooLate(error: unknown): false {
  if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) return false;
  throw error;
}
