import { reply, UserError } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import type { BulkAnswer } from '../bulk/bulk-answer.ts';
import type { BulkRunner } from '../bulk/bulk-runner.ts';
import { alreadyAnswered } from '../mass-bans/mass-ban-errors.ts';

/** Begins or drops bulk work as the moderator answers. */
export async function answerBulk(
  bulk: BulkRunner,
  interaction: ButtonInteraction<'cached'>,
  { isYes, runId: id }: BulkAnswer,
  texts: { readonly begun: string; readonly cancelled: string },
): Promise<void> {
  await interaction.deferUpdate();
  const key = { guildId: interaction.guildId, id };
  // First the message, then the work, which edits it: a later "begun" would hide the result.
  if (isYes) await interaction.editReply(reply.info(texts.begun));
  const isOpen = isYes ? await bulk.confirm(key, interaction.token) : await bulk.cancel(key);
  if (!isOpen) throw new UserError(alreadyAnswered());
  if (!isYes) await interaction.editReply(reply.info(texts.cancelled));
}
