import { MOST_CHOICES } from '@twi/sdk';
import type { AutocompleteInteraction } from 'discord.js';
import type { Gallery } from '../gallery.ts';
import { itemChoice, lastTag, tagChoices } from '../replies/item-choice.ts';
import { viewerOf } from '../search/viewer.ts';

/** Completes numbers and tags; like every answer, with what may be shown there alone. */
export async function suggestForGallery(
  interaction: AutocompleteInteraction<'cached'>,
  { changes, search }: Pick<Gallery, 'changes' | 'search'>,
): Promise<void> {
  const { options, member, channel } = interaction;
  const { name, value } = options.getFocused(true);
  const viewer = viewerOf(member, channel);
  if (name === 'id') {
    const deleted = options.getSubcommand() === 'restore';
    // What was removed may have been removed for a reason, so its title is for those alone who may bring it back.
    const addedBy = deleted && !(await changes.mayManage(member)) ? member.id : undefined;
    const items = await search.suggest({ ...viewer, addedBy }, value, { limit: MOST_CHOICES, deleted });
    return interaction.respond(items.map(itemChoice));
  }
  const isList = name === 'tags';
  const tags = await search.suggestTags(viewer, isList ? lastTag(value) : value, MOST_CHOICES);
  await interaction.respond(
    isList ? tagChoices(value, tags) : tags.map((tag) => ({ name: tag, value: tag })),
  );
}
