import type { Page } from '@twi/database';
import { customId, parseCustomId, type PlainReply, reply, type Translator } from '@twi/sdk';
import { subtext, time, TimestampStyles } from 'discord.js';
import type { FeedHealth } from '../feeds/feed-view.ts';
import type { feedEnglish } from '../locales/feed-english.ts';
import { feedHeading, pauseText } from './feed-line.ts';

type KnownError = keyof (typeof feedEnglish)['health']['errors'];

const HANDLER = 'feed-health';
const KNOWN: ReadonlySet<string> = new Set<KnownError>([
  'feed-missing',
  'feed-gone',
  'not-a-feed',
  'busy',
  'no-answer',
  'not-configured',
  'refused-credentials',
]);

/** A page of `/feed health`, in plain words. */
export function feedHealthReply({ rows, previous, next }: Page<FeedHealth>, t: Translator): PlainReply {
  return reply.list(
    rows.flatMap((feed) => linesOf(feed, t)),
    {
      title: t('integrations:feed.health.title'),
      empty: t('integrations:feed.list.none'),
      previous: previous && customId('integrations', HANDLER, previous),
      next: next && customId('integrations', HANDLER, next),
      labels: { previous: t('integrations:pages.previous'), next: t('integrations:pages.next') },
    },
  );
}

/** The page that a button shows, or `undefined` when it is another's. */
export function parseFeedHealthButton(id: string): string | undefined {
  const parsed = parseCustomId(id);
  return parsed?.plugin === 'integrations' && parsed.handler === HANDLER ? parsed.state : undefined;
}

function linesOf(feed: FeedHealth, t: Translator): string[] {
  const { icon, words } = stateOf(feed, t);
  return [
    `${icon} ${feedHeading(feed)}`,
    ...(words === undefined ? [] : [words]),
    subtext(timesOf(feed, t).join(' · ')),
  ];
}

/** How a feed is; there is nothing to say of one that is well. */
function stateOf(feed: FeedHealth, t: Translator): { readonly icon: string; readonly words?: string } {
  const { failures, lastError, lastPolledAt } = feed;
  const paused = pauseText(feed, t);
  if (paused !== undefined) return { icon: '⏸️', words: paused };
  if (failures === 0)
    return lastPolledAt ? { icon: '✅' } : { icon: '🕓', words: t('integrations:feed.health.new') };
  const known = lastError !== null && isKnown(lastError) ? lastError : 'other';
  const why = t(`integrations:feed.health.errors.${known}`);
  return { icon: '⚠️', words: t('integrations:feed.health.trouble', { count: failures, why }) };
}

function timesOf(feed: FeedHealth, t: Translator): string[] {
  const { lastSucceededAt, lastPostedAt, nextPollAt, waiting } = feed;
  return [
    ...(lastSucceededAt ? [t('integrations:feed.health.read', { when: ago(lastSucceededAt) })] : []),
    lastPostedAt
      ? t('integrations:feed.health.posted', { when: ago(lastPostedAt) })
      : t('integrations:feed.health.posted-never'),
    ...(nextPollAt ? [t('integrations:feed.health.next', { when: ago(nextPollAt) })] : []),
    ...(waiting > 0 ? [t('integrations:feed.health.waiting', { count: waiting })] : []),
  ];
}

function ago(date: Date): string {
  return time(date, TimestampStyles.RelativeTime);
}

function isKnown(error: string): error is KnownError {
  return KNOWN.has(error);
}
