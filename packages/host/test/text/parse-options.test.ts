import { UserError } from '@twi/sdk';
import { ApplicationCommandOptionType as Type } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOptions } from '../../src/text/parse-options.ts';
import type { TextOption } from '../../src/text/text-leaf.ts';
import { leafOf, optionsWithValues } from './arbitrary-options.ts';
import { formatAsText } from './format-as-text.ts';

const MALLORY = '100000000000000001';
const STAFF = '200000000000000002';

const user: TextOption = { type: Type.User, name: 'user', description: 'Whom', required: true };
const reason: TextOption = { type: Type.String, name: 'reason', description: 'Why', max_length: 30 };
const duration: TextOption = { type: Type.String, name: 'duration', description: 'How long' };
const days: TextOption = {
  type: Type.Integer,
  name: 'delete-messages',
  description: 'How many days',
  min_value: 0,
  max_value: 7,
};
const ban = [user, reason, duration, days];

function parse(options: readonly TextOption[], source: string, attachmentIds: readonly string[] = []) {
  return Object.fromEntries(parseOptions({ leaf: leafOf(options), source, prefix: '!', attachmentIds }));
}

function refusal(options: readonly TextOption[], source: string): string {
  const { error } = attempt(() => parse(options, source));
  if (error instanceof UserError) return `${error.identifier}: ${error.message}`;
  throw new Error(`"${source}" was not refused.`, { cause: error });
}

/** The error that some work throws. */
function attempt(work: () => unknown): { readonly error: unknown } {
  try {
    work();
    return { error: undefined };
  } catch (error) {
    return { error };
  }
}

/** Whether it is a refusal of ours that fits into an embed. */
function isTypedRefusal(error: unknown): boolean {
  return (
    error instanceof UserError && error.identifier.startsWith('core.text-') && error.message.length < 4_096
  );
}

describe('what is typed by position', () => {
  test('what is needed comes first, and a text takes the rest of the line', () => {
    expect(parse(ban, `<@${MALLORY}> a lot of spam`)).toEqual({ user: MALLORY, reason: 'a lot of spam' });
  });

  test('an id does for a mention', () => {
    expect(parse(ban, MALLORY)).toEqual({ user: MALLORY });
  });

  test('the rest of the line keeps its line breaks and quotation marks', () => {
    expect(parse(ban, `${MALLORY} said "no"\n  twice`)).toEqual({
      user: MALLORY,
      reason: 'said "no"\n  twice',
    });
  });

  test('quotation marks around the whole of it are not part of it', () => {
    expect(parse(ban, `${MALLORY} "so duration:7d they said"`)['reason']).toBe('so duration:7d they said');
    expect(parse(ban, `${MALLORY} “from a phone”`)['reason']).toBe('from a phone');
  });

  test('a text that is needed is one word where another takes the rest', () => {
    const timeout = [user, { ...duration, required: true }, reason];

    expect(parse(timeout, `${MALLORY} 10m calm down`)).toEqual({
      user: MALLORY,
      duration: '10m',
      reason: 'calm down',
    });
  });

  test('a mention fills the option of its kind, and other words only where no text could be meant', () => {
    const channel: TextOption = { type: Type.Channel, name: 'channel', description: 'Where' };
    const role: TextOption = { type: Type.Role, name: 'role', description: 'Which' };
    const flag: TextOption = { type: Type.Boolean, name: 'loud', description: 'Aloud' };

    expect(parse([channel, reason], `<#${STAFF}> raid`)).toEqual({ channel: STAFF, reason: 'raid' });
    expect(parse([channel, reason], 'raid')).toEqual({ reason: 'raid' });
    expect(parse([channel, reason], `${STAFF} raid`)).toEqual({ reason: `${STAFF} raid` });
    expect(parse([channel, role, flag], `yes <@&${STAFF}>`)).toEqual({ loud: true, role: STAFF });
  });

  test('files fill the options for files in their order', () => {
    const files: TextOption[] = ['first', 'second'].map((name) => ({
      type: Type.Attachment,
      name,
      description: 'A file',
    }));

    expect(parse(files, '', ['1', '2', '3'])).toEqual({ first: '1', second: '2' });
    expect(refusal([{ ...files[0], required: true } as TextOption], '')).toBe(
      'core.text-missing-option: `first` is missing. It takes a file attached to the message (A file).\nHow to type it: `!x <attached first>`',
    );
  });
});

describe('what is typed by name', () => {
  test('stands anywhere, and the text goes on around it', () => {
    const expected = { user: MALLORY, reason: 'a lot of spam', duration: '7d', 'delete-messages': 1 };

    expect(parse(ban, `${MALLORY} a lot of spam duration:7d delete-messages:1`)).toEqual(expected);
    expect(parse(ban, `duration:7d ${MALLORY} a lot delete-messages:1 of spam`)).toEqual(expected);
    expect(parse(ban, `user:${MALLORY} reason:a lot of spam DURATION:7d delete-messages:1`)).toEqual(
      expected,
    );
    expect(parse(ban, `reason:"a lot of spam" duration:7d delete-messages:1 user:<@!${MALLORY}>`)).toEqual(
      expected,
    );
  });

  test('names nothing when a blank follows, or no option is called so', () => {
    expect(parse(ban, `${MALLORY} reason: spam`)).toMatchObject({ reason: 'reason: spam' });
    expect(parse([user, { ...reason, max_length: 99 }], `${MALLORY} see https://x.y`)).toMatchObject({
      reason: 'see https://x.y',
    });
  });
});

describe('choices, switches and numbers', () => {
  const kind: TextOption = {
    type: Type.String,
    name: 'kind',
    description: 'Which',
    required: true,
    choices: [
      { name: 'Dark Red', value: 'dark-red' },
      { name: 'Blue', value: 'b' },
    ],
  };
  const flag: TextOption = { type: Type.Boolean, name: 'loud', description: 'Aloud' };
  const factor: TextOption = { type: Type.Number, name: 'factor', description: 'By', max_value: 2 };

  test.each([
    ['dark-red', 'dark-red'],
    ['"dark red"', 'dark-red'],
    ['BLUE', 'b'],
    ['b', 'b'],
  ])('%s is the choice %s', (typed, value) => {
    expect(parse([kind], typed)).toEqual({ kind: value });
  });

  test.each([
    ['yes', true],
    ['On', true],
    ['TRUE', true],
    ['no', false],
    ['off', false],
    ['false', false],
  ])('%s is %s', (typed, value) => {
    expect(parse([flag], typed)).toEqual({ loud: value });
  });

  test('numbers keep to their limits', () => {
    expect(parse([factor], 'factor:-1.5e0')).toEqual({ factor: -1.5 });
    expect(refusal([factor], 'factor:2.5')).toBe(
      'core.text-bad-option: `factor` does not take `2.5`. It takes a number of at most 2 (By).\nHow to type it: `!x [factor:…]`',
    );
    expect(refusal(ban, `${MALLORY} delete-messages:1.5`)).toContain('a whole number from 0 to 7');
    expect(refusal([kind], 'green')).toContain('It takes one of Dark Red, Blue (Which).');
  });
});

describe('what is refused', () => {
  test('says which option is missing, what it takes and how it is typed', () => {
    expect(refusal(ban, '')).toBe(
      'core.text-missing-option: `user` is missing. It takes a member by mention or id (Whom).\nHow to type it: `!x <user> [reason] [duration:…] [delete-messages:…]`',
    );
  });

  test('words that belong to nothing, and options that are there twice', () => {
    expect(refusal([user], `${MALLORY} why`)).toContain('I do not know what `why` is for.');
    expect(refusal(ban, `${MALLORY} so reason:spam`)).toContain('I do not know what `so` is for.');
    expect(refusal(ban, `${MALLORY} duration:1d duration:2d`)).toContain('`duration` is there twice.');
  });

  test('a quote of what was typed cannot end the code that it stands in', () => {
    expect(refusal([user], '`@everyone`')).toContain("`user` does not take `'@everyone'`.");
  });

  test('texts that are too long', () => {
    expect(refusal(ban, `${MALLORY} ${'x'.repeat(31)}`)).toContain(
      'It takes text of at most 30 characters (Why).',
    );
  });
});

test('whatever values options take, typed as text they come back', () => {
  fc.assert(
    fc.property(optionsWithValues(), ({ options, values, attachmentIds }) => {
      const source = formatAsText(options, values);

      expect(parse(options, source, attachmentIds)).toEqual(Object.fromEntries(values));
    }),
    { numRuns: 500 },
  );
});

test('whatever is typed, only a refusal is thrown', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({
      unit: fc.constantFrom('"', '\\', ' ', '\n', ':', '“', '”', '<@', '>', 'a', '1', '`'),
      maxLength: 200,
    }),
    fc
      .array(fc.constantFrom('user:', 'reason:', '"', `<@${MALLORY}>`, '<@&1>', ' ', 'duration:"', '\u0000'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(optionsWithValues(), hostile, ({ options }, source) => {
      const { error } = attempt(() => parse(options, source));

      expect(error === undefined || isTypedRefusal(error)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
