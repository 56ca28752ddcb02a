import { formatDuration } from '@twi/sdk';

interface CaseWords {
  /** How lists and forms call one. */
  readonly title: string;
  readonly plural: string;
  /** What the bot does, for sentences like "Could not ban @mallory". */
  readonly verb: string;
  /** What the moderator reads when it is done. */
  readonly done: (target: string, duration: string) => string;
}

/** What a case can record, with the words for each kind in one place. */
const CASE_TYPES = {
  note: {
    title: 'Note',
    plural: 'notes',
    verb: 'note',
    done: (target) => `Added a note about ${target}`,
  },
  warn: {
    title: 'Warning',
    plural: 'warnings',
    verb: 'warn',
    done: (target) => `Warned ${target}`,
  },
  timeout: {
    title: 'Timeout',
    plural: 'timeouts',
    verb: 'time out',
    done: (target, duration) => `Timed out ${target}${duration}`,
  },
  untimeout: {
    title: 'Timeout removal',
    plural: 'timeout removals',
    verb: 'remove the timeout of',
    done: (target) => `Removed the timeout of ${target}`,
  },
  kick: {
    title: 'Kick',
    plural: 'kicks',
    verb: 'kick',
    done: (target) => `Kicked ${target}`,
  },
  ban: {
    title: 'Ban',
    plural: 'bans',
    verb: 'ban',
    done: (target, duration) => `Banned ${target}${duration}`,
  },
  softban: {
    title: 'Softban',
    plural: 'softbans',
    verb: 'softban',
    done: (target) => `Softbanned ${target}`,
  },
  unban: {
    title: 'Unban',
    plural: 'unbans',
    verb: 'unban',
    done: (target) => `Unbanned ${target}`,
  },
  purge: {
    title: 'Purge',
    plural: 'purges',
    verb: 'purge',
    done: () => 'Deleted messages',
  },
} as const satisfies Record<string, CaseWords>;

/** What a case records. */
export type CaseType = keyof typeof CASE_TYPES;

/** All of them, in the order in which lists count them. */
export const ALL_CASE_TYPES = Object.keys(CASE_TYPES) as readonly CaseType[]; // -- Object.keys forgets the literals

/** Tells whether a text names a case type, for state that comes back from a custom id. */
export function isCaseType(text: string): text is CaseType {
  return Object.hasOwn(CASE_TYPES, text);
}

/** The words for a case type; typed loosely, so that every kind answers every question. */
export function caseWords(type: CaseType): CaseWords {
  return CASE_TYPES[type];
}

/** `" for 2 days"`, or nothing for what has no end. */
export function forDuration(ms: number | undefined): string {
  return ms === undefined ? '' : ` for ${formatDuration(ms)}`;
}
