import { customId, escaped, type PlainReply, reply, type Translator } from '@twi/sdk';
import { type LeaderboardPage, stateOf } from '../leaderboard/leaderboard-page.ts';
import {
  type Leaderboard,
  type LeaderboardLine,
  type OwnPlace,
  PAGE_SIZE,
} from '../leaderboard/read-leaderboard.ts';

const LONGEST_NAME = 60;

/** A page of a leaderboard. @param who what the caller is called, for the footer, which shows no mention */
export function leaderboardReply(
  page: LeaderboardPage,
  { lines, total, own }: Leaderboard,
  { who, t }: { readonly who: string; readonly t: Translator },
): PlainReply {
  const { of, days, offset } = page;
  const to = (next: number): string => customId('stats', 'leaderboard', stateOf({ ...page, offset: next }));
  const hasPages = total > PAGE_SIZE;
  const range = { from: offset + 1, to: offset + lines.length, total };
  const footer = [
    ...(hasPages && lines.length > 0 ? [t('stats:pages.place', range)] : []),
    ...(own === undefined ? [] : [ownText(own, who, t)]),
  ];
  return reply.list(
    lines.map((line, index) => lineText(line, offset + index + 1, t)),
    {
      title: t(`stats:leaderboard.${of}`, { count: days }),
      empty: t('stats:reading.nothing'),
      labels: { previous: t('stats:pages.previous'), next: t('stats:pages.next') },
      previous: offset > 0 ? to(Math.max(0, offset - PAGE_SIZE)) : undefined,
      next: offset + PAGE_SIZE < total ? to(offset + PAGE_SIZE) : undefined,
      ...(footer.length > 0 && { footer: footer.join('\n') }),
    },
  );
}

function lineText(
  { mention, name, count, uses, failures = 0 }: LeaderboardLine,
  place: number,
  t: Translator,
): string {
  const shown = { place, name: mention ?? escaped(name.slice(0, LONGEST_NAME)), count };
  if (uses) return t('stats:leaderboard.emoji-line', { ...shown, ...uses });
  if (failures > 0) return t('stats:leaderboard.failed-line', { ...shown, failures });
  return t('stats:leaderboard.line', shown);
}

function ownText(own: OwnPlace, who: string, t: Translator): string {
  if (own === 'out') return t('stats:leaderboard.you-out', { who });
  if (own === 'none') return t('stats:leaderboard.you-none', { who });
  return t('stats:leaderboard.you', { who, ...own });
}
