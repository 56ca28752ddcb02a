import { clip, customId, type PlainReply, reply, escaped } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  channelMention,
  inlineCode,
  messageLink,
  SnowflakeUtil,
  time,
  TimestampStyles,
  userMention,
} from 'discord.js';
import type { ImportEntry } from '../database/import-entry-repository.ts';
import type { Waiting } from '../imports/review/reviews.ts';

/** What a reviewer can do, by the verb in the custom id of its button. */
const BUTTONS = {
  accept: { label: 'Accept', style: ButtonStyle.Success },
  edit: { label: 'Edit', style: ButtonStyle.Primary },
  skip: { label: 'Skip', style: ButtonStyle.Secondary },
  later: { label: 'Later', style: ButtonStyle.Secondary },
} as const;

export type ReviewVerb = keyof typeof BUTTONS;

/** Tells whether a text names something that a reviewer can do, for state from a custom id. */
export function isReviewVerb(text: string): text is ReviewVerb {
  return Object.hasOwn(BUTTONS, text);
}

/** Discord's limit for a field (Resources › Message › Embed Limits). */
const LONGEST_FIELD = 1_024;

/**
 * A post that waits for review, with what was read in it.
 *
 * @param options.isAdult whether it is shown in an age-restricted channel
 * @param options.notice what became of the one before
 */
export function reviewReply(
  waiting: Waiting | undefined,
  { isAdult, notice }: { readonly isAdult: boolean; readonly notice?: string | undefined },
): PlainReply {
  if (!waiting) return reply.success([notice, 'Nothing waits for review.'].filter(Boolean).join('\n\n'));
  const { entry, remaining } = waiting;
  const picture = pictureOf(waiting, isAdult);
  const text = [notice, ...entry.doubts.map((doubt) => `❓ ${doubt}`), picture.note]
    .filter(Boolean)
    .join('\n');
  return reply.info(text, {
    title: clip(entry.title === null ? 'Without a title' : escaped(entry.title), 256),
    fields: fieldsOf(entry),
    ...(picture.url !== undefined && { imageUrl: picture.url }),
    footer: remaining === 1 ? 'This is the last one.' : `${remaining} posts wait for review.`,
    components: [buttonsOf(waiting)],
  });
}

function pictureOf(
  { entry, found }: Waiting,
  isAdult: boolean,
): { readonly url?: string; readonly note?: string } {
  if (!found)
    return { note: '🗑️ The post was deleted, or I cannot read it any more. It can only be skipped.' };
  const { pictures } = found;
  if (pictures.length === 0) return {};
  const more = pictures.length > 1 ? { note: `🖼️ The first of ${pictures.length} pictures.` } : {};
  if (isAdult) return { url: pictures[0]?.url ?? '', ...more };
  if (entry.nsfw)
    return { note: '🔞 The picture is not shown here, since this channel is not age-restricted.' };
  const [shown] = pictures.filter(({ isSpoiler }) => !isSpoiler);
  return shown
    ? { url: shown.url, ...more }
    : { note: '🙈 The picture is a spoiler: jump to the post to see it.' };
}

function fieldsOf(entry: ImportEntry) {
  const { creator, creatorId, tags, nsfw, authorId, sourceChannelId, messageId } = entry;
  const posted = time(new Date(SnowflakeUtil.timestampFrom(messageId)), TimestampStyles.ShortDate);
  const values: Record<string, string> = {
    Creator: creatorText(creator, creatorId),
    Tags: tags.length > 0 ? tags.map((tag) => inlineCode(tag)).join(' ') : 'None',
    Rated: nsfw ? 'For adults only (NSFW)' : 'For everybody',
    Posted: `${posted} by ${userMention(authorId)} in ${channelMention(sourceChannelId)}`,
  };
  return Object.entries(values).map(([name, value]) => ({
    name,
    value: clip(value, LONGEST_FIELD),
    inline: true,
  }));
}

function creatorText(creator: string | null, creatorId: string | null): string {
  if (creatorId !== null) return userMention(creatorId);
  return creator === null ? 'Nobody is named' : escaped(creator);
}

function buttonsOf({ entry, found, remaining }: Waiting): ActionRowBuilder<ButtonBuilder> {
  const disabled: Readonly<Record<ReviewVerb, boolean>> = {
    accept: entry.title === null || !found,
    edit: !found,
    skip: false,
    later: remaining === 1,
  };
  const buttons = Object.entries(BUTTONS).map(([verb, { label, style }]) =>
    new ButtonBuilder()
      .setCustomId(customId('gallery', 'review', `${verb}:${entry.id}`))
      .setLabel(label)
      .setStyle(style)
      .setDisabled(isReviewVerb(verb) && disabled[verb]),
  );
  const jump = new ButtonBuilder()
    .setStyle(ButtonStyle.Link)
    .setLabel('Jump to the post')
    .setURL(messageLink(entry.sourceChannelId, entry.messageId, entry.guildId));
  return new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons, jump);
}
