import { translator } from '@twi/sdk';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { CreatorLinks } from '../creator-links.ts';
import { readTag } from '../library/entry-content.ts';
import { libraryListReply, type LibraryPage } from '../replies/library-list-reply.ts';

/** Answers a deferred interaction with a page of the library. */
export async function showLibrary(
  interaction: ChatInputCommandInteraction<'cached'> | ButtonInteraction<'cached'>,
  { library }: CreatorLinks,
  { tag, page }: LibraryPage,
): Promise<void> {
  const entries = await library.list(interaction.guildId, tag);
  const known = tag === undefined ? undefined : (readTag(tag) ?? undefined);
  const t = await translator(interaction);
  await interaction.editReply(libraryListReply(entries, { tag: known, page }, t));
}
