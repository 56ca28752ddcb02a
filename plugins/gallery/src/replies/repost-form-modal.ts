import { clip, UserError } from '@twi/sdk';
import {
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitFields,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { LONGEST_CREATOR, LONGEST_DESCRIPTION, LONGEST_TITLE } from '../items/item-content.ts';
import { normaliseTag, splitTags } from '../items/tags.ts';
import type { Choice } from '../reposts/detection/choices.ts';
import type { RepostSource } from '../reposts/detection/repost-source.ts';
import type { DraftView } from '../reposts/draft-view.ts';
import type { RepostForm } from '../reposts/repost-form.ts';
import { startAgain } from '../reposts/repost-refusals.ts';
import { suggestTitle } from '../reposts/suggest-title.ts';
import { repostIds } from './repost-ids.ts';

/** A text that is itself the work may be as long as a message. */
const LONGEST_TEXT = 4_000;
/** Ten tags, with commas between them. */
const LONGEST_TAGS = 330;
const NSFW = 'nsfw';

/** Asks for the words of a repost; what was entered before, or can be guessed, stands in it. */
export function repostFormModal({ draft, choice, isNsfw }: DraftView): ModalBuilder {
  if (!choice) throw new UserError(startAgain());
  const form = draft.form ?? guessed(draft.source, choice);
  const longest = choice.kinds[0] === 'text' ? LONGEST_TEXT : LONGEST_DESCRIPTION;
  return new ModalBuilder()
    .setCustomId(repostIds.form(draft.id))
    .setTitle('Repost to gallery')
    .addLabelComponents(
      label('Title').setTextInputComponent(
        text('title', form.title, LONGEST_TITLE).setStyle(TextInputStyle.Short).setRequired(true),
      ),
      label('Description').setTextInputComponent(text('description', form.description, longest)),
      label('Tags', 'With commas between them, such as: fanart, sketch').setTextInputComponent(
        text('tags', form.tags.join(', '), LONGEST_TAGS).setStyle(TextInputStyle.Short),
      ),
      label('Made by', 'Whom the post credits').setTextInputComponent(
        text('creator', form.creator, LONGEST_CREATOR).setStyle(TextInputStyle.Short),
      ),
      label(
        'Who may see it',
        draft.source.isNsfw ? 'It comes from an age-restricted channel, so it stays NSFW' : undefined,
      ).setStringSelectMenuComponent(rating(draft.source.isNsfw, isNsfw)),
    );
}

/** Reads the form as it was filled in; whether it can be posted like this, the preview says. */
export function readRepostForm(fields: ModalSubmitFields): RepostForm {
  return {
    title: fields.getTextInputValue('title').replaceAll(/\s+/gu, ' ').trim(),
    description: fields.getTextInputValue('description').trim(),
    tags: splitTags(fields.getTextInputValue('tags')).map(normaliseTag).filter(Boolean),
    creator: fields.getTextInputValue('creator').trim(),
    isNsfw: fields.getStringSelectValues('rating').includes(NSFW),
  };
}

function guessed(source: RepostSource, choice: Choice): RepostForm {
  const title = suggestTitle(source, choice);
  // What is the title need not be said twice; of a text that is the work, every word stays.
  const isTitle = choice.kinds[0] !== 'text' && source.text === title;
  return {
    title,
    description: isTitle ? '' : source.text,
    tags: [],
    creator: clip(source.author.name, LONGEST_CREATOR),
    isNsfw: source.isNsfw,
  };
}

function label(name: string, description?: string): LabelBuilder {
  const builder = new LabelBuilder().setLabel(name);
  return description ? builder.setDescription(description) : builder;
}

function text(id: string, value: string, longest: number): TextInputBuilder {
  const input = new TextInputBuilder()
    .setCustomId(id)
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(longest)
    .setRequired(false);
  return value ? input.setValue(clip(value, longest)) : input;
}

function rating(isBound: boolean, isNsfw: boolean): StringSelectMenuBuilder {
  const everybody = { value: 'everybody', label: 'Everybody', default: !isNsfw };
  const nsfw = { value: NSFW, label: 'NSFW: only age-restricted channels', default: isNsfw };
  return new StringSelectMenuBuilder()
    .setCustomId('rating')
    .addOptions(isBound ? [{ ...nsfw, default: true }] : [everybody, nsfw]);
}
