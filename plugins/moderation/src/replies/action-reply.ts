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
export function actionReply({ type, targetId, number, dmState }: Case, durationMs?: number): PlainReply {
  const done = caseWords(type).done(userMention(targetId), forDuration(durationMs));
  return reply.success(`${done} (case #${number}).${(dmState && UNTOLD[dmState]) ?? ''}`);
}
