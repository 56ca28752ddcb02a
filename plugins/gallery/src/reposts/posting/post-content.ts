import type { CreatorLink } from '@twi/plugin-creator-links';
import { clip, escaped } from '@twi/sdk';
import {
  type ActionRowBuilder,
  AttachmentBuilder,
  type ButtonBuilder,
  channelMention,
  EmbedBuilder,
  hyperlink,
  userMention,
} from 'discord.js';
import type { Choice } from '../detection/choices.ts';
import type { RepostSource, SourceFile } from '../detection/repost-source.ts';
import type { LoadedFile } from '../files/file-loader.ts';
import type { RepostForm } from '../repost-form.ts';
import { linkButtons } from './link-buttons.ts';

/** What a post is made of. */
export interface Work {
  readonly source: RepostSource;
  readonly choice: Choice;
  readonly form: RepostForm;
  readonly creatorLinks: readonly CreatorLink[];
  /** Those that are too large to be copied. */
  readonly uncopied: readonly SourceFile[];
}

/** A message about a work, without its files. */
export interface PostContent {
  readonly embeds: EmbedBuilder[];
  readonly components: ActionRowBuilder<ButtonBuilder>[];
  readonly allowedMentions: { readonly parse: [] };
}

const COLOUR = 0x5865f2;
/** Discord's limits (Resources › Message › Embed Limits). */
const LONGEST_TITLE = 256;
const LONGEST_FIELD = 1_024;

/** How a work is posted. */
export function postContent(work: Work): PostContent {
  const { source, choice, form, creatorLinks } = work;
  const embed = new EmbedBuilder()
    .setColor(COLOUR)
    .setTitle(clip(escaped(form.title), LONGEST_TITLE))
    .setURL(addressOf(work))
    .addFields(...creditField(work), originalField(work), ...tagsField(form));
  if (form.description) embed.setDescription(form.description);
  if (choice.link?.previewUrl && choice.files.length === 0) embed.setImage(choice.link.previewUrl);
  if (work.uncopied.length > 0) embed.addFields(uncopiedField(work));
  return {
    embeds: [embed],
    components: linkButtons({ originalUrl: source.url, link: choice.link, creatorLinks }),
    allowedMentions: { parse: [] },
  };
}

/** The files of a post, in their order, as they were: byte for byte, with alt text and spoiler. */
export function postFiles(loaded: readonly LoadedFile[]): AttachmentBuilder[] {
  return loaded.flatMap(({ file, bytes }) =>
    bytes
      ? [
          new AttachmentBuilder(bytes, {
            name: postedName(file),
            ...(file.altText && { description: file.altText }),
          }),
        ]
      : [],
  );
}

/** Whether the credit is to the author of the message, by the name that the form was filled with. */
export function creatorIdOf({ source: { author }, form }: Pick<Work, 'form' | 'source'>): string | undefined {
  return !author.isAutomatic && form.creator === author.name ? author.id : undefined;
}

/** By this a post is found again. */
export function addressOf({ choice, source }: Pick<Work, 'choice' | 'source'>): string {
  return choice.link?.url ?? source.url;
}

function postedName({ name, isSpoiler }: SourceFile): string {
  const plain = name.replace(/^(?:SPOILER_)+/, '');
  return isSpoiler ? `SPOILER_${plain}` : plain;
}

function creditField(work: Work) {
  const { creator } = work.form;
  const creatorId = creatorIdOf(work);
  if (!creator) return [];
  return [{ name: 'By', value: creatorId ? userMention(creatorId) : escaped(creator), inline: true }];
}

function originalField(work: Work) {
  const { url, channelId, author } = work.source;
  // Who is credited need not be named a second time.
  const isNamed = author.isAutomatic || creatorIdOf(work) !== undefined;
  const who = isNamed ? '' : ` by ${userMention(author.id)}`;
  const value = `${hyperlink('Message', url)} in ${channelMention(channelId)}${who}`;
  return { name: 'Original', value, inline: true };
}

function tagsField({ tags }: RepostForm) {
  const value = clip(tags.map((tag) => `\`${tag.replaceAll('`', "'")}\``).join(' '), LONGEST_FIELD);
  return tags.length > 0 ? [{ name: 'Tags', value, inline: true }] : [];
}

function uncopiedField({ uncopied }: Work) {
  const names = uncopied.map(({ name }) => escaped(name)).join(', ');
  return { name: 'Too large to be copied, see the original', value: clip(names, LONGEST_FIELD) };
}
