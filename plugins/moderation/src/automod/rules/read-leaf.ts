import { parseDuration, DURATION_FORMAT } from '@twi/sdk';
import type { z } from 'zod';
import { checkPattern } from '../matchers/pattern.ts';
import { readDomain } from '../matchers/domain.ts';
import { type Leaf, leafSchema, MENTION_KINDS, NATIVE_KINDS } from './condition.ts';
import { badRule, quoted } from './problem.ts';
import { TRIGGERS, type TriggerName } from './trigger-names.ts';

const DEFAULTS = { percent: 70, letters: 10, marks: 4 } as const;

/** A leaf as it is written: its name, and what stands in its brackets. */
export interface WrittenLeaf {
  readonly name: TriggerName;
  readonly values: readonly string[];
}

/**
 * Makes a leaf of what somebody wrote.
 *
 * @param where the option that it was written in, for the message
 * @throws {UserError} `moderation.bad-automod-rule` that says which value is wrong and what is accepted.
 */
export function readLeaf({ name, values }: WrittenLeaf, where: string): Leaf {
  const reader = new ValueReader(name, values, where);
  const checked = leafSchema.safeParse(READERS[name](reader));
  if (!checked.success) throw badRule(where, `${name}: ${issueText(checked.error)}`);
  return checked.data;
}

const READERS: Readonly<Record<TriggerName, (read: ValueReader) => unknown>> = {
  words: (read) => ({ type: 'words', words: read.some(), loose: false }),
  'loose-words': (read) => ({ type: 'words', words: read.some(), loose: true }),
  regex: (read) => ({ type: 'regex', pattern: read.pattern() }),
  links: (read) => ({ type: 'links', mode: read.isEmpty ? 'any' : 'deny', domains: read.domains() }),
  'links-except': (read) => ({ type: 'links', mode: 'allow', domains: read.some() && read.domains() }),
  invites: (read) => ({ type: 'invites', allowed: read.codes() }),
  mentions: (read) => ({
    type: 'mentions',
    count: read.number(0),
    kind: read.oneOf(1, MENTION_KINDS, 'any'),
  }),
  caps: (read) => ({
    type: 'caps',
    percent: read.number(0, DEFAULTS.percent),
    letters: read.number(1, DEFAULTS.letters),
  }),
  emoji: (read) => ({ type: 'emoji', count: read.number(0) }),
  newlines: (read) => ({ type: 'newlines', count: read.number(0) }),
  attachments: (read) => read.attachments(),
  duplicates: (read) => ({ type: 'duplicates', count: read.number(0), windowMs: read.duration(1) }),
  rate: (read) => ({ type: 'rate', count: read.number(0), windowMs: read.duration(1) }),
  zalgo: (read) => ({ type: 'zalgo', marks: read.number(0, DEFAULTS.marks) }),
  'new-account': (read) => ({ type: 'new-account', ageMs: read.duration(0) }),
  'new-member': (read) => ({ type: 'new-member', ageMs: read.duration(0) }),
  role: (read) => ({ type: 'role', ids: read.ids(/^(?:<@&)?(\d{17,20})>?$/, 'roles, such as `@Mod`') }),
  channel: (read) => ({
    type: 'channel',
    ids: read.ids(/^(?:<#)?(\d{17,20})>?$/, 'channels, such as `#ads`'),
  }),
  'discord-automod': (read) => ({ type: 'discord-automod', kinds: read.kinds() }),
};

/** Reads the values of one leaf, and says what is wrong with them. */
class ValueReader {
  readonly #name: TriggerName;
  readonly #raw: readonly string[];
  readonly #values: readonly string[];
  readonly #where: string;

  constructor(name: TriggerName, values: readonly string[], where: string) {
    this.#name = name;
    this.#raw = values;
    this.#values = values.map((value) => value.trim()).filter(Boolean);
    this.#where = where;
  }

  get isEmpty(): boolean {
    return this.#values.length === 0;
  }

  some(): readonly string[] {
    if (this.isEmpty) throw this.#wrong('needs at least one');
    return [...new Set(this.#values)];
  }

  pattern(): string {
    const pattern = this.#raw.join(',');
    if (pattern === '') throw this.#wrong('needs a pattern');
    const problem = checkPattern(pattern);
    if (problem) throw badRule(this.#where, problem);
    return pattern;
  }

  domains(): string[] {
    return this.#values.map((value) => {
      const domain = readDomain(value);
      if (!domain) throw this.#wrong(`${quoted(value)} is no domain`);
      return domain;
    });
  }

  codes(): string[] {
    return this.#values.map((value) => value.replace(/^.*\//s, ''));
  }

  number(index: number, fallback?: number): number {
    const text = this.#values[index];
    if (text === undefined && fallback !== undefined) return fallback;
    if (text === undefined || !/^\d{1,6}%?$/.test(text))
      throw this.#wrong(text === undefined ? 'needs a number' : `${quoted(text)} is no whole number`);
    return Number.parseInt(text, 10);
  }

  duration(index: number): number {
    const text = this.#values[index];
    const ms = text === undefined ? undefined : parseDuration(text);
    if (ms === undefined)
      throw this.#wrong(
        `${text === undefined ? 'a duration is missing' : `${quoted(text)} is no duration`}; give ${DURATION_FORMAT}`,
      );
    return ms;
  }

  oneOf<Name extends string>(index: number, names: readonly Name[], fallback: Name): Name {
    const text = this.#values[index]?.toLowerCase();
    if (text === undefined) return fallback;
    const found = names.find((name) => name === text);
    if (!found) throw this.#wrong(`${quoted(text)} is not known`);
    return found;
  }

  kinds(): readonly string[] {
    return this.#values.map((_, index) => this.oneOf(index, NATIVE_KINDS, 'keyword'));
  }

  ids(shape: RegExp, expected: string): string[] {
    return this.some().map((value) => {
      const id = shape.exec(value)?.[1];
      if (!id) throw badRule(this.#where, `${this.#name} takes ${expected}; ${quoted(value)} is none.`);
      return id;
    });
  }

  attachments(): unknown {
    const [first] = this.some();
    const isCount = first !== undefined && /^\d+$/.test(first);
    const kinds = this.#values.slice(isCount ? 1 : 0).map((kind) => kind.toLowerCase().replace(/^\./, ''));
    return { type: 'attachments', count: isCount ? this.number(0) : 1, kinds };
  }

  #wrong(problem: string): Error {
    return badRule(this.#where, `${this.#name}: ${problem}. It takes ${TRIGGERS[this.#name].values}.`);
  }
}

function issueText(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(
      ({ path, message }) => `${path.join('.')} ${message.replace(/^./, (letter) => letter.toLowerCase())}`,
    )
    .join('; ');
}
