import { type PlainReply, reply } from '@twi/sdk';
import { time, TimestampStyles, userMention } from 'discord.js';
import { caseWords } from '../cases/case-type.ts';
import type { Case } from '../database/case-repository.ts';
import type { CaseState, DmState } from '../database/schema.ts';

const STATES: Readonly<Record<CaseState, string>> = {
  pending: 'In progress',
  done: 'Done',
  failed: 'Failed',
};

const DM_STATES: Readonly<Record<DmState, string>> = {
  sent: 'By direct message',
  closed: 'No, their direct messages are closed',
  failed: 'No, the message could not be delivered',
  off: 'No',
};

/** One case in full. */
export function caseReply(found: Case): PlainReply {
  const { number, type, reason, state } = found;
  const text = reason ?? 'No reason given.';
  const options = { title: `Case #${number}: ${caseWords(type).title}`, fields: fieldsOf(found) };
  return state === 'failed' ? reply.warning(text, options) : reply.info(text, options);
}

function fieldsOf(found: Case): { name: string; value: string; inline: boolean }[] {
  const { state, failure, dmState, expiresAt, liftFailure, createdAt, targetId, moderatorId } = found;
  const values: Record<string, string | null> = {
    Person: `${userMention(targetId)} (${targetId})`,
    Moderator: userMention(moderatorId),
    When: time(createdAt, TimestampStyles.ShortDateTime),
    State: failure ? `${STATES[state]}: ${failure}` : STATES[state],
    Ends: expiresAt && time(expiresAt, TimestampStyles.ShortDateTime),
    'Not lifted': liftFailure,
    'Was told': dmState && DM_STATES[dmState],
  };
  return Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value, inline: true }] : []));
}
