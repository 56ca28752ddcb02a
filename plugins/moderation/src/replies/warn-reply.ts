import { type PlainReply, reply } from '@twi/sdk';
import { caseWords } from '../cases/case-type.ts';
import type { Warning } from '../actions/actions.ts';
import { actionText } from './action-reply.ts';

/** What a moderator reads when a warning is given, with what it led to. */
export function warnReply(warning: Warning): PlainReply {
  const { points, taken, failure } = warning.escalation;
  const sentences = [actionText(warning)];
  if (points) sentences.push(`They have ${pointsText(points)} now.`);
  if (taken)
    sentences.push(
      `${caseWords(taken.type).title} by the escalation of this server (case #${taken.number}).`,
    );
  if (failure === undefined) return reply.success(sentences.join(' '));
  return reply.warning([...sentences, `The escalation of this server failed: ${failure}`].join(' '));
}

export function pointsText(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}
