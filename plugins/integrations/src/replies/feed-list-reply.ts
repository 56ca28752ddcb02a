import type { Page } from '@twi/database';
import { customId, parseCustomId, type PlainReply, reply, type Translator } from '@twi/sdk';
import { subtext } from 'discord.js';
import type { FeedView } from '../feeds/feed-view.ts';
import { feedChoices, feedHeading, pauseText } from './feed-line.ts';

const HANDLER = 'feed-list';

/** A page of `/feed list`. */
export function feedListReply({ rows, previous, next }: Page<FeedView>, t: Translator): PlainReply {
  return reply.list(
    rows.flatMap((feed) => linesOf(feed, t)),
    {
      title: t('integrations:feed.list.title'),
      empty: t('integrations:feed.list.none'),
      previous: previous && customId('integrations', HANDLER, previous),
      next: next && customId('integrations', HANDLER, next),
      labels: { previous: t('integrations:pages.previous'), next: t('integrations:pages.next') },
    },
  );
}

/** The page that a button shows, or `undefined` when it is another's. */
export function parseFeedListButton(id: string): string | undefined {
  const parsed = parseCustomId(id);
  return parsed?.plugin === 'integrations' && parsed.handler === HANDLER ? parsed.state : undefined;
}

function linesOf(feed: FeedView, t: Translator): string[] {
  const paused = pauseText(feed, t);
  const details = [...(paused === undefined ? [] : [`⏸️ ${paused}`]), ...feedChoices(feed, t)];
  return [feedHeading(feed), ...(details.length > 0 ? [subtext(details.join(' · '))] : [])];
}
