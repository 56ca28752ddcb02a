import { ChannelType } from 'discord.js';
import { DURATION_FORMAT } from '@twi/sdk';
import { formatExactDuration } from './exact-duration.ts';
import type { SettingField, SettingValue, SingleValue } from './setting-field.ts';
import { EMPTY_WORD } from './write-value.ts';

/** Most options of a choice that a sentence names. */
const MOST_NAMED = 10;

/** What a field accepts, in words that end a sentence: `a whole number from 1 to 10`. */
export function acceptedWords({ value, isOptional }: Pick<SettingField, 'value' | 'isOptional'>): string {
  const words = valueWords(value);
  return isOptional ? `${words}, or \`${EMPTY_WORD}\`` : words;
}

function valueWords(value: SettingValue): string {
  if (value.kind === 'list')
    return `${atMost(value.max)}entries with commas between them, each ${singleWords(value.of)}`;
  if (value.kind === 'record')
    return `\`key=value\` with commas between them, each key ${singleWords(value.key)} and each value ${singleWords(value.of)}`;
  return singleWords(value);
}

const atMost = (max: number | undefined): string => (max === undefined ? '' : `at most ${max} `);

function singleWords(value: SingleValue): string {
  switch (value.kind) {
    case 'text': {
      return `a text${range(value, { unit: ' characters' })}`;
    }
    case 'number': {
      return `a ${value.isWhole ? 'whole ' : ''}number${range(value)}`;
    }
    case 'boolean': {
      return '`yes` or `no`';
    }
    case 'choice': {
      return choiceWords(value.options.map((option) => option.value));
    }
    case 'duration': {
      return `${DURATION_FORMAT},${range(value, { write: formatExactDuration })}`.replace(/,$/, '');
    }
    case 'colour': {
      return 'a colour such as `#ff8800`';
    }
    case 'emoji': {
      return 'an emoji: 👍, or one of this server';
    }
    case 'channel': {
      return `a channel of this server${channelTypeWords(value.types)}: \`#name\`, a mention or an id`;
    }
    case 'role': {
      return 'a role of this server: `@name`, a mention or an id';
    }
    case 'user': {
      return 'a person: `@name`, a mention or an id';
    }
    case 'json': {
      break;
    }
  }
  return 'JSON of the shape that the plugin documents';
}

function choiceWords(values: readonly string[]): string {
  const named = values.slice(0, MOST_NAMED).map((value) => `\`${value}\``);
  const more = values.length > MOST_NAMED ? ', …' : '';
  return `one of ${named.join(', ')}${more}`;
}

interface RangeWords {
  readonly unit?: string;
  readonly write?: (bound: number) => string;
}

function range(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  { unit = '', write = String }: RangeWords = {},
): string {
  if (min !== undefined && max !== undefined) return ` from ${write(min)} to ${write(max)}${unit}`;
  if (min !== undefined) return ` of at least ${write(min)}${unit}`;
  return max === undefined ? '' : ` of at most ${write(max)}${unit}`;
}

function channelTypeWords(types: readonly ChannelType[] | undefined): string {
  if (!types || types.length === 0) return '';
  const names = types.map((type) =>
    ChannelType[type]
      .replace(/^Guild/, '')
      .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase(),
  );
  return ` (${names.join(', ')})`;
}
