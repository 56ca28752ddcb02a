import { reply } from '@twi/sdk';
import { channelMention, userMention } from 'discord.js';
import type { AccessQuestion } from '../permissions/access-explainer.ts';
import type { AccessExplanation, AccessStep } from '../permissions/access-step.ts';

const MARKS = { yes: '✅', no: '⛔', neutral: '▫️', note: 'ℹ️' } as const satisfies Record<
  AccessStep['verdict'],
  string
>;

/** Why somebody may or may not use a command. */
export function explanationReply({
  member,
  command,
  channel,
  isAllowed,
  steps,
}: AccessQuestion & AccessExplanation) {
  const where = channel ? ` in ${channelMention(channel.id)}` : '';
  const result = `${userMention(member.id)} **${isAllowed ? 'may' : 'may not'}** use \`${command.name}\`${where}.`;
  const lines = steps.map(({ verdict, text }) => `${MARKS[verdict]} ${text}`);
  return reply.info([...lines, '', result].join('\n'), { title: 'Who may use it, and why' });
}
