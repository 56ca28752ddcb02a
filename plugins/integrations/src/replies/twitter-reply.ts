import { clip, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { hyperlink, TimestampStyles, time } from 'discord.js';
import type { Account, Post } from '../twitter/post.ts';
import { linkRow } from './link-row.ts';

/** A post may have 25,000 characters; an embed shows 4,096. */
const LONGEST_TEXT = 3_500;
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
export function postReply(post: Post, { isAdult, t }: TwitterView): PlainReply {
  const { author, text, isSensitive, pictures, hasVideo, createdAt } = post;
  const components = [linkRow(t('integrations:twitter.open'), post.url)];
  const title = titleOf(author);
  if (isSensitive && !isAdult) return reply.info(t('integrations:twitter.sensitive'), { title, components });
  const [picture] = pictures;
  const more = pictures.length - 1;
  const lines = [
    clip(escaped(text), LONGEST_TEXT),
    '',
    `-# ${[time(createdAt, TimestampStyles.LongDateShortTime), ...countsOf(post, t)].join(' · ')}`,
    ...(hasVideo ? [`-# ${t('integrations:twitter.video')}`] : []),
    ...(more > 0 ? [`-# ${t('integrations:twitter.pictures', { count: more })}`] : []),
  ];
  return reply.info(lines.join('\n'), {
    title,
    components,
    ...(picture !== undefined && { imageUrl: picture }),
  });
}

/** An account and what it posted last. */
export function accountReply(
  { account, posts }: { readonly account: Account; readonly posts: readonly Post[] },
  { isAdult, t }: TwitterView,
): PlainReply {
  const shown = posts.filter(({ isSensitive }) => isAdult || !isSensitive);
  const leftOut = posts.length - shown.length;
  const lines = [
    ...(account.description === '' ? [] : [clip(escaped(account.description), LONGEST_DESCRIPTION), '']),
    ...shown.flatMap((post) => [
      `**${hyperlink(t('integrations:twitter.post'), post.url)}** ${time(post.createdAt, TimestampStyles.RelativeTime)}`,
      clip(escaped(post.text.replaceAll(/\s+/g, ' ')), LONGEST_LINE),
    ]),
    ...(account.isProtected ? [t('integrations:twitter.protected')] : []),
    ...(!account.isProtected && posts.length === 0 ? [t('integrations:twitter.no-posts')] : []),
    ...(leftOut > 0 ? [`-# ${t('integrations:twitter.left-out', { count: leftOut })}`] : []),
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
