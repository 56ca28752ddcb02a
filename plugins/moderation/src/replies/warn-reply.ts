import { phrase, type PlainReply, reply, type Translator } from '@twi/sdk';
import type { Warning } from '../actions/actions.ts';
import { actionText } from './action-reply.ts';

/** What a moderator reads when a warning is given, with what it led to. */
export function warnReply(warning: Warning, t: Translator): PlainReply {
  const { points, taken, failure } = warning.escalation;
  const sentences = [actionText(warning, t)];
  if (points) sentences.push(t('moderation:warned.points', { count: points }));
  if (taken) {
    const action = phrase(`moderation:titles.${taken.type}`);
    sentences.push(t('moderation:warned.escalated', { action, number: taken.number }));
  }
  if (failure === undefined) return reply.success(sentences.join(' '));
  return reply.warning([...sentences, t('moderation:warned.escalation-failed', { failure })].join(' '));
}

export function pointsText(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}
