import type { Subject } from '../../src/automod/matchers/subject.ts';
import { MessageText } from '../../src/automod/text/message-text.ts';

const YEAR_MS = 31_536_000_000;

/** A message that no rule minds, changed as the test needs it. */
export function subjectOf(text: string, changes: Partial<Subject> = {}): Subject {
  return {
    text: new MessageText(text),
    files: [],
    roleIds: new Set(),
    channelIds: new Set(),
    accountAgeMs: YEAR_MS,
    memberAgeMs: YEAR_MS,
    ownInvites: new Set(),
    activity: { repeats: () => 1, messages: () => 1 },
    native: undefined,
    ...changes,
  };
}
