import { type PlainReply, reply } from '@twi/sdk';
import { userMention } from 'discord.js';
import { caseWords, forDuration } from '../cases/case-type.ts';
import type { Case } from '../database/case-repository.ts';
import type { DmState } from '../database/schema.ts';

const UNTOLD: Readonly<Partial<Record<DmState, string>>> = {
  closed: ' Their direct messages are closed, so they were not told.',
  failed: ' The message to them could not be delivered.',
};

/** What a moderator reads when an action is done. */
export function actionReply(done: Case, durationMs?: number): PlainReply {
  return reply.success(actionText(done, durationMs));
}

/** The same as a text, for replies that have more to say. */
export function actionText({ type, targetId, number, dmState }: Case, durationMs?: number): string {
  const done = caseWords(type).done(userMention(targetId), forDuration(durationMs));
  return `${done} (case #${number}).${(dmState && UNTOLD[dmState]) ?? ''}`;
}
