import { type PlainReply, reply, escaped } from '@twi/sdk';
import { channelMention, type GuildTextBasedChannel, hyperlink, userMention } from 'discord.js';
import type { Replay } from '../automod/replay.ts';

const MOST_SHOWN = 15;

/** What rules would have done about the latest messages of a channel. */
export function automodReplayReply({ looked, caught }: Replay, { id }: GuildTextBasedChannel): PlainReply {
  const summary = `Of the latest ${looked} messages of members in ${channelMention(id)}, rules would have applied to ${caught.length}. Nothing was done.`;
  const lines = caught.slice(-MOST_SHOWN).map(({ message, findings }) => {
    const names = findings.map(({ rule }) => `#${rule.number} ${escaped(rule.name)}`).join(', ');
    return `${hyperlink('Message', message.url)} by ${userMention(message.author.id)}: ${names}`;
  });
  const more = caught.length > MOST_SHOWN ? [`… and ${caught.length - MOST_SHOWN} before these.`] : [];
  return reply.info([summary, ...perRule(caught), ...lines, ...more].join('\n'), {
    title: 'Automod dry run',
  });
}

function perRule(caught: Replay['caught']): string[] {
  const counts = new Map<string, number>();
  for (const { rule } of caught.flatMap(({ findings }) => findings)) {
    const name = `#${rule.number} ${escaped(rule.name)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts.size === 0 ? [] : [Array.from(counts, ([name, count]) => `${name}: ${count}`).join(', ')];
}
