import { phrase, type PlainReply, reply, type Translator } from '@twi/sdk';
import { userMention } from 'discord.js';
import { forDuration } from '../locales/for-duration.ts';
import type { Case } from '../database/case-repository.ts';

/** What a moderator reads when an action is done. */
export function actionReply(done: Case, t: Translator, durationMs?: number): PlainReply {
  return reply.success(actionText(done, t, durationMs));
}

/** The same as a text, for replies that have more to say. */
export function actionText(
  { type, targetId, number, dmState, liftFailure }: Case,
  t: Translator,
  durationMs?: number,
): string {
  const values = { target: userMention(targetId), duration: forDuration(durationMs) };
  const done = phrase(`moderation:done.${type}`, values);
  const isUntold = dmState === 'closed' || dmState === 'failed';
  return [
    t('moderation:done-with-case', { done, number }),
    isUntold && t(`moderation:untold.${dmState}`),
    liftFailure && t('moderation:not-lifted', { why: liftFailure }),
  ]
    .filter(Boolean)
    .join(' ');
}
