import { clip, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { hyperlink, subtext, TimestampStyles, time } from 'discord.js';
import { type Card, COLOURS } from '../cards/card.ts';
import { cardLayout, type CardMessage, MOST_PICTURES } from '../cards/card-layout.ts';
import { shownText } from '../cards/shown-text.ts';
import type { Account, Post } from '../twitter/post.ts';
import { linkButton, linkRow } from './link-row.ts';

const LONGEST_LINE = 300;
const LONGEST_TITLE = 256;
const LONGEST_DESCRIPTION = 700;

/** Where a post or an account is shown. */
export interface TwitterView {
  /** Whether what is not for everybody may be shown there. */
  readonly isAdult: boolean;
  readonly t: Translator;
}

/** A post, or where it is found when it is not for everybody. */
export function postReply(post: Post, { isAdult, t }: TwitterView): PlainReply | CardMessage {
  const { author, text, isSensitive, pictures, hasVideo, createdAt, url } = post;
  const button = linkButton(t('integrations:twitter.open'), url);
  if (isSensitive && !isAdult)
    return reply.info(t('integrations:twitter.sensitive'), {
      title: titleOf(author),
      components: [linkRow(t('integrations:twitter.open'), url)],
    });
  const more = pictures.length - MOST_PICTURES;
  const seen = [
    ...(hasVideo ? [t('integrations:twitter.video')] : []),
    ...(more > 0 ? [t('integrations:twitter.pictures', { count: more })] : []),
  ];
  const card: Card = {
    colour: COLOURS.twitter,
    title: `${author.name} (@${author.handle})`,
    url,
    text,
    pictures,
    facts: seen.map((line) => subtext(line)),
    footer: [time(createdAt, TimestampStyles.LongDateShortTime), ...countsOf(post, t)],
  };
  return cardLayout(card, { buttons: [button] });
}

/** An account and what it posted last. */
export function accountReply(
  { account, posts }: { readonly account: Account; readonly posts: readonly Post[] },
  { isAdult, t }: TwitterView,
): PlainReply {
  const shown = posts.filter(({ isSensitive }) => isAdult || !isSensitive);
  const leftOut = posts.length - shown.length;
  const lines = [
    ...(account.description === '' ? [] : [shownText(account.description, LONGEST_DESCRIPTION)]),
    ...shown.flatMap((post) => [
      '',
      clip(escaped(post.text), LONGEST_LINE),
      subtext(
        `${hyperlink(t('integrations:twitter.open'), post.url)} · ${time(post.createdAt, TimestampStyles.RelativeTime)}`,
      ),
    ]),
    ...(account.isProtected ? [t('integrations:twitter.protected')] : []),
    ...(!account.isProtected && posts.length === 0 ? [t('integrations:twitter.no-posts')] : []),
    ...(leftOut > 0 ? ['', `-# ${t('integrations:twitter.left-out', { count: leftOut })}`] : []),
  ];
  const { followers, posts: count } = account;
  const number = new Intl.NumberFormat(t.locale);
  const field = (key: 'followers' | 'posts', value: number | undefined) =>
    value === undefined
      ? []
      : [{ name: t(`integrations:twitter.${key}`), value: number.format(value), inline: true }];
  return reply.info(lines.join('\n'), {
    title: titleOf(account),
    fields: [...field('followers', followers), ...field('posts', count)],
    components: [linkRow(t('integrations:twitter.open'), `https://x.com/${account.handle}`)],
  });
}

function titleOf({ name, handle }: Account): string {
  return clip(escaped(`${name} (@${handle})`), LONGEST_TITLE);
}

function countsOf({ likes, reposts, replies }: Post, t: Translator): string[] {
  const count = (key: 'likes' | 'reposts' | 'replies', value: number | undefined) =>
    value === undefined ? [] : [t(`integrations:twitter.${key}`, { count: value })];
  return [...count('likes', likes), ...count('reposts', reposts), ...count('replies', replies)];
}
