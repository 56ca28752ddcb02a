import type { Translator } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type MessageActionRowComponentBuilder,
} from 'discord.js';

/** Where one is among numbered pages. */
export interface Paging {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** The custom id of the button that shows a page. */
  readonly idOf: (page: number) => string;
  readonly t: Translator;
}

/** Discord wants a custom id on every button, also on one that cannot be clicked. */
const PLACEHOLDERS = { previous: 'no-previous-page', here: 'this-page', next: 'no-next-page' } as const;

/** A row with which numbered pages are turned; none where there is one page. */
export function pageRow({
  page,
  pages,
  idOf,
  t,
}: Paging): ActionRowBuilder<MessageActionRowComponentBuilder>[] {
  if (pages <= 1) return [];
  const turn = (to: 'previous' | 'next', target: number): ButtonBuilder => {
    const isThere = target >= 0 && target < pages;
    return new ButtonBuilder()
      .setCustomId(isThere ? idOf(target) : PLACEHOLDERS[to])
      .setLabel(t(`creator-links:pages.${to}`))
      .setStyle(ButtonStyle.Secondary)
      .setDisabled(!isThere);
  };
  const here = new ButtonBuilder()
    .setCustomId(PLACEHOLDERS.here)
    .setLabel(t('creator-links:pages.here', { page: page + 1, pages }))
    .setStyle(ButtonStyle.Secondary)
    .setDisabled(true);
  const row = new ActionRowBuilder<MessageActionRowComponentBuilder>();
  return [row.addComponents(turn('previous', page - 1), here, turn('next', page + 1))];
}
