import type { Page } from '@twi/database';
import { customId, type PlainReply, reply } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { EntryCounts, Import } from '../database/import-repository.ts';
import { importReply } from './import-reply.ts';

/** One import of a server, with ways to the newer and older ones. */
export function importPageReply(
  { rows: [run], previous, next }: Page<Import>,
  counts: EntryCounts | undefined,
): PlainReply {
  if (!run || !counts) return reply.info('Nothing was imported yet. `/gallery-admin import` begins.');
  const shown = importReply(run, counts);
  if (previous === undefined && next === undefined) return shown;
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    pageButton('Newer', previous, 'no-newer-import'),
    pageButton('Older', next, 'no-older-import'),
  );
  return { ...shown, components: [...(shown.components ?? []), row] };
}

/** Discord wants a custom id on every button, also on one that cannot be clicked. */
function pageButton(label: string, cursor: string | undefined, placeholder: string): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(cursor === undefined ? placeholder : customId('gallery', 'import-list', cursor))
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary)
    .setDisabled(cursor === undefined);
}
