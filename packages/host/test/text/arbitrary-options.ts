import { ApplicationCommandOptionType as Type } from 'discord.js';
import fc from 'fast-check';
import type { TextValue } from '../../src/text/parse-value.ts';
import type { TextLeaf, TextOption } from '../../src/text/text-leaf.ts';

export interface OptionsWithValues {
  readonly options: readonly TextOption[];
  readonly values: ReadonlyMap<string, TextValue>;
  readonly attachmentIds: readonly string[];
}

/** A command `x` with these options. */
export function leafOf(options: readonly TextOption[]): TextLeaf {
  return { path: ['x'], options };
}

interface Filled {
  readonly option: TextOption;
  readonly value: TextValue | undefined;
}

const id = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }).map(String);
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 50 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('"', '\\', ' ', '\n', 'a', ':', '“', '”'), minLength: 1, maxLength: 20 }),
);
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const decimal = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
  .filter((number) => !Object.is(number, -0));

const plain = (type: Type, value: fc.Arbitrary<TextValue>): fc.Arbitrary<Filled> =>
  // The parts that differ by type are the limits and choices, which others add.
  value.map((given) => ({ option: { type, name: '', description: 'D' } as TextOption, value: given }));

const limited = whole.chain((value) =>
  fc.tuple(fc.nat(9), fc.nat(9)).map(([below, above]) => ({
    option: {
      type: Type.Integer,
      name: '',
      description: 'D',
      min_value: value - below,
      max_value: value + above,
    } as const,
    value,
  })),
);

const chosen = fc
  .uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 12 }),
      value: fc.string({ minLength: 1, maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 5, selector: ({ value }) => value },
  )
  .chain((choices) =>
    fc.constantFrom(...choices).map(({ value }) => ({
      option: { type: Type.String, name: '', description: 'D', choices } as const,
      value,
    })),
  );

const filled: fc.Arbitrary<Filled> = fc.oneof(
  plain(Type.String, text),
  plain(Type.Integer, whole),
  plain(Type.Number, decimal),
  plain(Type.Boolean, fc.boolean()),
  plain(Type.User, id),
  plain(Type.Role, id),
  plain(Type.Channel, id),
  plain(Type.Mentionable, id),
  plain(Type.Attachment, id),
  limited,
  chosen,
);

/** The options of a command and values that they take, those that are needed first, as Discord wants it. */
export function optionsWithValues(): fc.Arbitrary<OptionsWithValues> {
  const slot = fc.record({ filled, required: fc.boolean(), isGiven: fc.boolean() });
  return fc.array(slot, { maxLength: 8 }).map((slots) => {
    const ordered = slots.toSorted((a, b) => Number(b.required) - Number(a.required));
    const options = ordered.map(({ filled: { option }, required }, index) => ({
      ...option,
      name: `option-${index}`,
      required,
    })) as TextOption[];
    const values = new Map<string, TextValue>();
    // Files have no names in a message: the first ones are given.
    let isFileLeftOut = false;
    for (const [
      index,
      {
        filled: { option, value },
        required,
        isGiven,
      },
    ] of ordered.entries()) {
      const isFile = option.type === Type.Attachment;
      if (!required && (!isGiven || (isFile && isFileLeftOut))) {
        isFileLeftOut ||= isFile;
        continue;
      }
      if (value !== undefined) values.set(`option-${index}`, value);
    }
    const attachmentIds = options
      .filter(({ type, name }) => type === Type.Attachment && values.has(name))
      .map(({ name }) => String(values.get(name)));
    return { options, values, attachmentIds };
  });
}
