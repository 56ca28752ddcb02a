import { type APIEmbed, channelMention, Colors, time, TimestampStyles, userMention } from 'discord.js';
import { aimsAtPerson } from '../cases/aims-at-person.ts';
import { caseWords } from '../cases/case-type.ts';
import type { Case } from '../database/case-repository.ts';

/** A case that took place, for the log of moderation. */
export function caseEmbed(found: Case): APIEmbed {
  const { number, type, targetId, channelId, moderatorId, reason, expiresAt } = found;
  const ends = expiresAt && time(expiresAt, TimestampStyles.ShortDateTime);
  return {
    title: `Case #${number}: ${caseWords(type).title}`,
    description: reason ?? 'No reason given.',
    color: Colors.Orange,
    fields: [
      ...(aimsAtPerson(found)
        ? [{ name: 'Person', value: `${userMention(targetId)} (${targetId})`, inline: true }]
        : []),
      ...(channelId ? [{ name: 'Channel', value: channelMention(channelId), inline: true }] : []),
      { name: 'Moderator', value: userMention(moderatorId), inline: true },
      ...(ends ? [{ name: 'Ends', value: ends, inline: true }] : []),
    ],
  };
}
