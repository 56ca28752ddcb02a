import type { Subcommand } from '@sapphire/plugin-subcommands';
import { translator } from '@twi/sdk';
import { backfillReply } from '../replies/backfill-reply.ts';
import type { Stats } from '../stats.ts';

const MONTH = 30;

/** Begins to count the past of a channel, with a message that shows how far it is. */
export async function showBackfill(
  interaction: Subcommand.ChatInputCommandInteraction<'cached'>,
  { backfillProgress }: Stats,
): Promise<void> {
  await interaction.deferReply();
  const { member, guildId, options } = interaction;
  const { id: channelId } = options.getChannel('channel', true);
  const days = options.getInteger('days') ?? MONTH;
  const begun = await backfillProgress.ask({ channelId, days }, member);
  const t = await translator(interaction, { audience: 'guild' });
  const message = await interaction.editReply(backfillReply(begun, channelId, t));
  await backfillProgress.show({
    backfillId: begun.id,
    guildId,
    channelId: message.channelId,
    messageId: message.id,
  });
}
