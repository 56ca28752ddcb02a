import { type Translator, translator } from '@twi/sdk';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { type Viewer, viewerOf } from '../search/viewer.ts';

/** Who wants to see something, and in which language everybody there reads it. */
export interface Asked {
  readonly viewer: Viewer;
  readonly t: Translator;
}

/** Who wants to see something. Asked anew at each click: a button may stand where others see it. */
export async function askedBy(
  interaction: ButtonInteraction<'cached'> | ChatInputCommandInteraction<'cached'>,
): Promise<Asked> {
  const { member, channel } = interaction;
  return { viewer: viewerOf(member, channel), t: await translator(interaction, { audience: 'guild' }) };
}
