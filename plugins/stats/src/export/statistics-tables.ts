import type { Guild } from 'discord.js';
import { DateTime } from 'luxon';
import type { Numbers } from '../numbers/numbers.ts';
import type { Period } from '../numbers/period.ts';
import type { Sight } from '../numbers/sight.ts';
import { weekdays } from '../replies/weekdays.ts';
import type { Cell, Table } from './csv-file.ts';

/** So many emoji and commands at a time. */
const ROWS_AT_ONCE = 1_000;
/** Days of channels are read in pieces, so that no more are in memory. */
const DAYS_AT_ONCE = 7;

/** Whose numbers become tables, and of when. */
export interface TablesRequest {
  readonly numbers: Numbers;
  readonly guild: Guild;
  readonly period: Period;
  readonly sight: Sight;
}

/** Everything that the charts of `/stats` show of a time, as tables: sums of the server, and the channels that the caller may read. */
export function statisticsTables(request: TablesRequest): Table[] {
  const { numbers, period } = request;
  const name = (what: string): string => `${what}-${period.from}-to-${period.to}`;
  return [
    {
      name: name('days'),
      columns: [
        'day',
        'messages',
        'attachments',
        'reactions',
        'voice_seconds',
        'joins',
        'leaves',
        'net',
        'commands',
      ],
      parts: dayRows(request),
    },
    {
      name: name('channels'),
      columns: ['day', 'channel_id', 'channel', 'messages', 'attachments', 'reactions', 'voice_seconds'],
      parts: channelRows(request),
    },
    { name: name('hours'), columns: ['weekday', 'hour', 'messages'], parts: hourRows(request) },
    {
      name: name('emoji'),
      columns: ['emoji', 'name', 'in_messages', 'in_reactions'],
      parts: pages(async (page) =>
        (await numbers.emoji(period, page)).rows.map(({ emoji, name: called, inMessages, inReactions }) => [
          emoji,
          called ?? '',
          inMessages,
          inReactions,
        ]),
      ),
    },
    {
      name: name('commands'),
      columns: ['command', 'uses', 'failures', 'people'],
      parts: pages(async (page) =>
        (await numbers.commands(period, page)).rows.map(({ command, uses, failures, people }) => [
          command,
          uses,
          failures,
          people,
        ]),
      ),
    },
  ];
}

async function* dayRows({ numbers, period }: TablesRequest): AsyncGenerator<Cell[][]> {
  const [days, growth, commands] = await Promise.all([
    numbers.days(period),
    numbers.growth(period),
    numbers.commandDays(period),
  ]);
  yield days.map(({ day, messages, attachments, reactions, voiceSeconds }, index) => {
    const { joins = 0, leaves = 0, net = 0 } = growth[index] ?? {};
    const uses = commands[index]?.uses ?? 0;
    return [day, messages, attachments, reactions, voiceSeconds, joins, leaves, net, uses];
  });
}

async function* channelRows({ numbers, guild, period, sight }: TablesRequest): AsyncGenerator<Cell[][]> {
  for (const part of partsOf(period)) {
    const rows = await numbers.channelDays(part, sight);
    yield rows.map(({ day, channelId, messages, attachments, reactions, voiceSeconds }) => {
      // What a channel was called that is gone nobody knows.
      const name = guild.channels.cache.get(channelId)?.name ?? '';
      return [day, channelId, name, messages, attachments, reactions, voiceSeconds];
    });
  }
}

async function* hourRows({ numbers, period }: TablesRequest): AsyncGenerator<Cell[][]> {
  const { values } = await numbers.heat(period);
  const names = weekdays('en-US');
  yield values.flatMap((hours, weekday) =>
    hours.map((messages, hour): Cell[] => [names[weekday] ?? '', hour, messages]),
  );
}

async function* pages(
  read: (page: { readonly limit: number; readonly offset: number }) => Promise<Cell[][]>,
): AsyncGenerator<Cell[][]> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const rows = await read({ limit: ROWS_AT_ONCE, offset });
    yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** A period in pieces of a few days. */
function* partsOf(period: Period): Generator<Period> {
  const last = DateTime.fromISO(period.to, { zone: 'utc' });
  let first = DateTime.fromISO(period.from, { zone: 'utc' });
  while (first <= last) {
    const end = DateTime.min(first.plus({ days: DAYS_AT_ONCE - 1 }), last);
    yield { ...period, from: first.toFormat('yyyy-MM-dd'), to: end.toFormat('yyyy-MM-dd') };
    first = end.plus({ days: 1 });
  }
}
