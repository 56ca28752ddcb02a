import { createHash } from 'node:crypto';
import { clip, escaped } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  channelMention,
  EmbedBuilder,
  type Message,
} from 'discord.js';
import { extract } from '../imports/extraction/extract.ts';
import { readPost } from '../imports/walking/read-post.ts';

/** Discord's limits (Resources › Message › Embed Limits). */
const LONGEST_DESCRIPTION = 4_096;
const LONGEST_AUTHOR = 256;
/** Discord shows so many pictures of embeds with one address as a group. */
const MOST_PICTURES = 4;
/** Each is an address in the text of the post. */
const MOST_SPOILERS = 2;
const STAR_COLOUR = 0xff_ac_33;

/** What the board shows of a starred message. */
export interface BoardPost {
  readonly content: string;
  readonly embeds: readonly EmbedBuilder[];
  readonly components: readonly ActionRowBuilder<ButtonBuilder>[];
  readonly allowedMentions: { readonly parse: readonly [] };
}

/** A starred message as the board shows it, with its stars. */
export function boardPost(
  message: Message<true>,
  { star, stars }: { readonly star: string; readonly stars: number },
): BoardPost {
  const { pictures, otherFiles } = extract(readPost(message, { name: '', isNsfw: false, forumTags: [] }));
  const open = pictures.filter(({ isSpoiler }) => !isSpoiler).slice(0, MOST_PICTURES);
  // Embeds cannot hide a picture; an address between bars is shown as a hidden one.
  const hidden = pictures.filter(({ isSpoiler }) => isSpoiler).slice(0, MOST_SPOILERS);
  const files = otherFiles.map(({ name }) => `📎 ${escaped(clip(name, 100))}`);
  const text = [textOf(message), ...files].filter((line) => line !== '').join('\n');
  const [first, ...more] = open;
  const main = new EmbedBuilder()
    .setColor(STAR_COLOUR)
    .setAuthor({
      name: clip(message.member?.displayName ?? message.author.displayName, LONGEST_AUTHOR),
      iconURL: message.author.displayAvatarURL(),
    })
    .setURL(message.url)
    .setTimestamp(message.createdAt);
  if (text !== '') main.setDescription(clipClosed(text));
  if (first) main.setImage(first.url);
  const jump = new ButtonBuilder()
    .setStyle(ButtonStyle.Link)
    .setLabel('Jump to the message')
    .setURL(message.url);
  return {
    content: [
      `${star} **${stars}** · ${channelMention(message.channelId)}`,
      ...hidden.map(({ url }) => `||${url}||`),
    ].join('\n'),
    embeds: [main, ...more.map(({ url }) => new EmbedBuilder().setURL(message.url).setImage(url))],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(jump)],
    allowedMentions: { parse: [] },
  };
}

/** Tells two posts apart by what people see: the signatures of Discord's addresses change each time. */
export function digestOf({ content, embeds }: BoardPost): string {
  const shown = JSON.stringify([content, embeds.map((embed) => embed.toJSON())]);
  return createHash('sha256')
    .update(shown.replaceAll(/\?(?:ex|is|hm)=[^"|\s]*/g, ''))
    .digest('hex');
}

function textOf({ content, embeds, stickers }: Message): string {
  if (content !== '') return content;
  const [embed] = embeds;
  if (embed && (embed.title ?? embed.description))
    return [embed.title === null ? '' : `**${embed.title}**`, embed.description ?? ''].join('\n').trim();
  return stickers.map(({ name }) => `Sticker: ${escaped(name)}`).join('\n');
}

/** A text cut to what an embed takes; a spoiler that was cut through stays hidden. */
function clipClosed(text: string): string {
  const clipped = clip(text, LONGEST_DESCRIPTION - 2);
  return clipped !== text && clipped.split('||').length % 2 === 0 ? `${clipped}||` : clipped;
}
