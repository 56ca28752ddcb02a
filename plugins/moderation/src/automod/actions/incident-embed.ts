import { escaped } from '@twi/sdk';
import { type APIEmbed, channelMention, Colors, userMention } from 'discord.js';
import type { Finding } from '../engine/rule-set.ts';
import type { Incident } from './incident.ts';
import { marked } from './marked.ts';
import type { Outcome } from './performer.ts';
import { findingText } from './reason.ts';

const LONGEST_QUOTE = 1_000;
const LONGEST_FIELD = 1_024;

/** An incident in a log: who wrote what, which rules it fell under, and what was done. */
export function incidentEmbed(
  { user, channel, content, message }: Incident,
  findings: readonly Finding[],
  outcomes: readonly Outcome[] | 'dry-run',
): APIEmbed {
  const shown = findings
    .flatMap(({ hits }) => hits)
    .map((hit) => marked(content, hit))
    .find(Boolean);
  const title = outcomes === 'dry-run' ? 'Automod, dry run' : 'Automod';
  return {
    title,
    ...(message && { url: message.url }),
    description: shown ?? (escaped(content).slice(0, LONGEST_QUOTE) || 'No text.'),
    color: outcomes === 'dry-run' ? Colors.Grey : Colors.Red,
    fields: [
      { name: 'Person', value: `${userMention(user.id)} (${user.id})`, inline: true },
      ...(channel ? [{ name: 'Channel', value: channelMention(channel.id), inline: true }] : []),
      {
        name: 'Rules',
        value: findings
          .map((finding) => `#${finding.rule.number} ${escaped(findingText(finding))}`)
          .join('\n')
          .slice(0, LONGEST_FIELD),
      },
      {
        name: outcomes === 'dry-run' ? 'Would have' : 'Done',
        value: doneText(findings, outcomes).slice(0, LONGEST_FIELD),
      },
    ],
  };
}

function doneText(findings: readonly Finding[], outcomes: readonly Outcome[] | 'dry-run'): string {
  if (outcomes === 'dry-run')
    return [
      ...new Set(findings.flatMap(({ rule }) => rule.definition.actions.map(({ type }) => WOULD[type]))),
    ].join(', ');
  return (
    outcomes.map(({ done, failure }) => (failure ? `Not ${done}: ${failure}` : done)).join('\n') || 'Nothing.'
  );
}

const WOULD = {
  delete: 'deleted the message',
  warn: 'warned them',
  timeout: 'timed them out',
  kick: 'kicked them',
  ban: 'banned them',
  role: 'given a role',
  reply: 'replied',
  log: 'logged it',
} as const;
