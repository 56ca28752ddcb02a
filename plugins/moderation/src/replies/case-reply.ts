import { type PlainReply, reply } from '@twi/sdk';
import { type AttachmentBuilder, channelMention, time, TimestampStyles, userMention } from 'discord.js';
import { aimsAtPerson } from '../cases/aims-at-person.ts';
import { caseWords } from '../cases/case-type.ts';
import type { CaseNote } from '../database/case-note-repository.ts';
import type { Case } from '../database/case-repository.ts';
import { onOneLine } from './case-line.ts';
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
export function caseReply(
  found: Case,
  notes: readonly CaseNote[] = [],
  files: readonly AttachmentBuilder[] = [],
): PlainReply {
  const { number, type, reason, state } = found;
  const text = reason ?? 'No reason given.';
  const options = {
    title: `Case #${number}: ${caseWords(type).title}`,
    fields: [...fieldsOf(found), ...notesField(notes)],
    files,
  };
  return state === 'failed' ? reply.warning(text, options) : reply.info(text, options);
}

function fieldsOf(found: Case): { name: string; value: string; inline: boolean }[] {
  const {
    channelId,
    follows,
    state,
    failure,
    dmState,
    expiresAt,
    liftFailure,
    createdAt,
    targetId,
    moderatorId,
  } = found;
  const values: Record<string, string | null> = {
    Person: aimsAtPerson(found) ? `${userMention(targetId)} (${targetId})` : null,
    Channel: channelId && channelMention(channelId),
    Moderator: userMention(moderatorId),
    When: time(createdAt, TimestampStyles.ShortDateTime),
    State: failure ? `${STATES[state]}: ${failure}` : STATES[state],
    Ends: expiresAt && time(expiresAt, TimestampStyles.ShortDateTime),
    'Not lifted': liftFailure,
    'Takes back or repeats': follows === null ? null : `Case #${follows}`,
    'Was told': dmState && DM_STATES[dmState],
  };
  return Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value, inline: true }] : []));
}

/** Discord's limit for the value of a field (Resources › Message › Embed Limits). */
const LONGEST_FIELD = 1_024;
const LONGEST_NOTE = 200;

/** The newest notes that fit. */
function notesField(notes: readonly CaseNote[]): { name: string; value: string }[] {
  const lines: string[] = [];
  for (const { authorId, createdAt, text } of notes.toReversed()) {
    const when = time(createdAt, TimestampStyles.ShortDate);
    const line = `${userMention(authorId)}, ${when}: ${onOneLine(text, LONGEST_NOTE)}`;
    if ([line, ...lines].join('\n').length > LONGEST_FIELD) break;
    lines.unshift(line);
  }
  return lines.length > 0 ? [{ name: 'Notes', value: lines.join('\n') }] : [];
}
