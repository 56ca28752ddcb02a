import { reply } from '@twi/sdk';
import {
  AttachmentBuilder,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type User,
} from 'discord.js';
import type { ExportFile } from '../privacy/export-files.ts';

const { Ephemeral } = MessageFlags;
const CLOSED = new Set<string | number>([
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
]);
const WORDS = 'This is everything that I keep about you, in all servers. `/privacy erase` erases it.';

/**
 * Answers a deferred interaction with somebody's data: by direct message, or where those are closed as files that they
 * alone see. Discord limits the size of a message, so each file has its own.
 */
export async function deliverExport(
  interaction: ChatInputCommandInteraction,
  files: readonly ExportFile[],
): Promise<void> {
  if (interaction.inGuild() && (await isSentDirectly(interaction.user, files))) {
    await interaction.editReply(
      reply.success(
        files.length === 1
          ? 'I sent you a file by direct message.'
          : `I sent you ${files.length} files by direct message: all of it does not fit into one.`,
      ),
    );
    return;
  }
  const [first, ...rest] = files.map((file) => message(file));
  const note = interaction.inGuild() ? ' Your direct messages are closed, so you get it here.' : '';
  await interaction.editReply({ ...reply.info(`${WORDS}${note}`), files: first?.files ?? [] });
  for (const { files: more } of rest) await interaction.followUp({ files: more, flags: Ephemeral });
}

async function isSentDirectly(user: User, files: readonly ExportFile[]): Promise<boolean> {
  try {
    for (const file of files) await user.send({ ...reply.info(WORDS), ...message(file) });
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && CLOSED.has(error.code)) return false;
    throw error;
  }
}

function message({ name, content }: ExportFile): { files: AttachmentBuilder[] } {
  return { files: [new AttachmentBuilder(content, { name })] };
}
