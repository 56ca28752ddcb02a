import { customId } from '@twi/sdk';
import {
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { ImportEntry } from '../database/import-entry-repository.ts';
import { LONGEST_CREATOR, LONGEST_TITLE } from '../items/item-content.ts';
import { LONGEST_TAG, MOST_TAGS } from '../items/tags.ts';

/** The values of the choice how a post is rated. */
const RATINGS = { safe: 'For everybody', nsfw: 'For adults only (NSFW)' } as const;

/** Asks what a post really is. */
export function reviewForm({ id, title, creator, creatorId, tags, nsfw }: ImportEntry): ModalBuilder {
  const titleInput = new TextInputBuilder()
    .setCustomId('title')
    .setStyle(TextInputStyle.Short)
    .setMaxLength(LONGEST_TITLE);
  if (title !== null) titleInput.setValue(title);
  const creatorInput = new TextInputBuilder()
    .setCustomId('creator')
    .setStyle(TextInputStyle.Short)
    .setMaxLength(LONGEST_CREATOR)
    .setRequired(false);
  const known = creatorId ?? creator;
  if (known !== null) creatorInput.setValue(known);
  const tagsInput = new TextInputBuilder()
    .setCustomId('tags')
    .setStyle(TextInputStyle.Short)
    .setMaxLength(MOST_TAGS * (LONGEST_TAG + 2))
    .setRequired(false);
  if (tags.length > 0) tagsInput.setValue(tags.join(', '));
  const rating = new StringSelectMenuBuilder().setCustomId('rating').addOptions(
    Object.entries(RATINGS).map(([value, label]) => ({
      value,
      label,
      default: (value === 'nsfw') === nsfw,
    })),
  );
  return new ModalBuilder()
    .setCustomId(customId('gallery', 'review-form', id))
    .setTitle('Correct and accept')
    .addLabelComponents(
      new LabelBuilder().setLabel('Title').setTextInputComponent(titleInput),
      new LabelBuilder()
        .setLabel('Creator')
        .setDescription('A name, or the id of a person on Discord')
        .setTextInputComponent(creatorInput),
      new LabelBuilder()
        .setLabel('Tags')
        .setDescription(`At most ${MOST_TAGS}, with commas between them`)
        .setTextInputComponent(tagsInput),
      new LabelBuilder().setLabel('Rated').setStringSelectMenuComponent(rating),
    );
}
