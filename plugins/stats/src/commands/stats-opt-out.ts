import type { Subcommand } from '@sapphire/plugin-subcommands';
import { reply, translator } from '@twi/sdk';
import { MessageFlags } from 'discord.js';
import { optOutQuestion } from '../replies/opt-out-question.ts';
import type { Stats } from '../stats.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

/** Asks whether somebody really wants not to be counted: what is erased does not come back. */
export async function showOptOut(interaction: Invocation, { optOuts }: Stats): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { guildId, user } = interaction;
  const t = await translator(interaction);
  const { flags: _, ...question } = optOutQuestion(t);
  const isOut = await optOuts.isOut(guildId, user.id);
  await interaction.editReply(isOut ? reply.info(t('stats:members.is-out')) : question);
}

/** Counts somebody again from now on. */
export async function showOptIn(interaction: Invocation, { optOuts }: Stats): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { guildId, user } = interaction;
  const t = await translator(interaction);
  const wasOut = await optOuts.optIn(guildId, user.id);
  await interaction.editReply(
    wasOut ? reply.success(t('stats:members.opted-in')) : reply.info(t('stats:members.is-in')),
  );
}
