import { reply, translator } from '@twi/sdk';
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { Gallery } from '../gallery.ts';
import type { ItemChange } from '../items/item-changes.ts';
import { readChange, orNothing, readKey } from './read-item-options.ts';

/** Does what `/gallery edit` is asked for. */
export async function changeItem(
  interaction: ChatInputCommandInteraction<'cached'>,
  { addresses, changes, files, items }: Gallery,
): Promise<void> {
  const key = readKey(interaction);
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const item = await items.get(key);
  await changes.assertMayChange(item, interaction.member);
  const hasFiles = (await files.of([item])).size > 0;
  const typed = interaction.options.getString('url');
  const address = typed === null ? {} : await addressChange(orNothing(typed), { addresses, hasFiles });
  await changes.edit(key, { ...readChange(interaction), ...address }, interaction.user.id);
  const t = await translator(interaction);
  await interaction.editReply(reply.success(t('gallery:done.edited', { number: key.number })));
}

/** What has files stays what they are; what is an address alone becomes what is found there. */
async function addressChange(
  typed: string | null,
  { addresses, hasFiles }: Pick<Gallery, 'addresses'> & { readonly hasFiles: boolean },
): Promise<ItemChange> {
  if (typed === null) return { url: null, ...(!hasFiles && { kind: 'text' }) };
  const { url, kind } = await addresses.look(typed);
  return { url, ...(!hasFiles && { kind }) };
}
