import { phrase, refusal, reply, translator, UserError } from '@twi/sdk';
import type { ChatInputCommandInteraction } from 'discord.js';

// #region say
export async function confirm(interaction: ChatInputCommandInteraction, title: string): Promise<void> {
  const t = await translator(interaction);
  await interaction.reply(reply.success(t('gallery:added', { title }), { ephemeral: true }));
}

export async function announce(interaction: ChatInputCommandInteraction, count: number): Promise<void> {
  const t = await translator(interaction, { audience: 'guild' });
  const items = phrase('gallery:items', { count });
  await interaction.reply(reply.info(t('gallery:total', { items })));
}

export function failMissing(number: number): never {
  throw new UserError(refusal('gallery:errors.no-such-item', { number }));
}
// #endregion
