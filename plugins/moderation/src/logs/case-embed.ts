import { type APIEmbed, Colors, time, TimestampStyles, userMention } from 'discord.js';
import { caseWords } from '../cases/case-type.ts';
import type { Case } from '../database/case-repository.ts';

/** A case that took place, for the log of moderation. */
export function caseEmbed({ number, type, targetId, moderatorId, reason, expiresAt }: Case): APIEmbed {
  const ends = expiresAt && time(expiresAt, TimestampStyles.ShortDateTime);
  return {
    title: `Case #${number}: ${caseWords(type).title}`,
    description: reason ?? 'No reason given.',
    color: Colors.Orange,
    fields: [
      { name: 'Person', value: `${userMention(targetId)} (${targetId})`, inline: true },
      { name: 'Moderator', value: userMention(moderatorId), inline: true },
      ...(ends ? [{ name: 'Ends', value: ends, inline: true }] : []),
    ],
  };
}
