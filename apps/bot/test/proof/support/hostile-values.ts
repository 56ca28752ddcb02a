import type { SlashValues } from '@twi/sandbox';
import { type OptionShape, OptionType } from './command-shape.ts';
import { hostileText } from './hostile-text.ts';
import type { Random } from './random.ts';

/** What there is to name. */
export interface Nameable {
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly channels: readonly { readonly id: string; readonly type: number }[];
}

const SAFE = Number.MAX_SAFE_INTEGER;
const NUMBERS = [0, 1, -1, 2, 25, 100, 2 ** 31, -(2 ** 31), SAFE, -SAFE];
const OPTIONAL_CHANCE = 0.5;
const MOST_FILE_BYTES = 5_000;

/** What somebody hostile gives for the options: all that Discord's client lets through. */
export function hostileValues(random: Random, options: readonly OptionShape[], named: Nameable): SlashValues {
  const given = options.filter(({ required }) => required === true || random.isLucky(OPTIONAL_CHANCE));
  return Object.fromEntries(given.map((option) => [option.name, hostileValue(random, option, named)]));
}

function hostileValue(random: Random, option: OptionShape, named: Nameable): SlashValues[string] {
  const { userIds, roleIds, channels } = named;
  if (option.choices && option.choices.length > 0) return random.pick(option.choices).value;
  switch (option.type) {
    case OptionType.integer:
      return bounded(random.isLucky(0.5) ? random.pick(NUMBERS) : random.whole(-3, 40), option);
    case OptionType.number:
      return bounded(random.pick([...NUMBERS, 0.1, -1e-9, 1.5]), option);
    case OptionType.boolean:
      return random.isLucky(0.5);
    case OptionType.user:
      return random.pick(userIds);
    case OptionType.role:
      return random.pick(roleIds);
    case OptionType.mentionable:
      return random.pick([...userIds, ...roleIds]);
    case OptionType.channel:
      return random.pick(channels.filter(({ type }) => option.channel_types?.includes(type) ?? true)).id;
    case OptionType.attachment:
      return file(random, [...userIds, ...roleIds]);
    default:
      return text(random, option, [...userIds, ...roleIds, ...channels.map(({ id }) => id)]);
  }
}

function text(
  random: Random,
  { min_length: least = 0, max_length: most }: OptionShape,
  ids: readonly string[],
) {
  return hostileText(random, ids, most).padEnd(least, '\u200B');
}

function file(random: Random, ids: readonly string[]) {
  const content = hostileText(random, ids, MOST_FILE_BYTES);
  const contentType = random.pick(['text/plain', 'application/json', 'image/png']);
  return { filename: random.pick(['x.json', 'x.txt', 'x']), bytes: Buffer.from(content), contentType };
}

const bounded = (value: number, { min_value: least = -SAFE, max_value: most = SAFE }: OptionShape): number =>
  Math.min(most, Math.max(least, value));
