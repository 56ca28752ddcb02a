import type { Snowflake } from 'discord.js';
import { z } from 'zod';
import { snowflake } from '../snowflake.ts';
import { emoji } from './emoji.ts';
import { SETTING_LIMITS } from './setting-limits.ts';
import type {
  ChannelOptions,
  ChannelsOptions,
  ChoiceLabels,
  ChoiceOptions,
  DurationOptions,
  ListOptions,
  NumberOptions,
  RecordOptions,
  SettingOptions,
  SettingWords,
  SeveralOptions,
  TextOptions,
} from './setting-options.ts';

/** A field of a settings schema: a zod type with a default, which stores what it hands out. */
export type SettingType<Value> = z.ZodDefault<z.ZodType<Value, Value>>;

/** The type of a field that is empty unless its options name a default. */
type Emptiable<Value, Options> = Options extends { readonly default: Value }
  ? SettingType<Value>
  : SettingType<Value | null>;

const MAX_COLOUR = 0xff_ff_ff;

function emptiable<Value, Options extends SettingOptions<NoInfer<Value>>>(
  type: z.ZodType<Value, Value>,
  { title, description, default: value }: Options,
  meta: z.GlobalMeta = {},
): Emptiable<Value, Options> {
  const field: SettingType<Value> | SettingType<Value | null> =
    value === undefined
      ? (type.nullable() as z.ZodType<Value | null, Value | null>).default(null)
      : type.default(value as never); // -- zod widens the default of a type that it does not know
  return field.meta({ ...meta, title, description }) as Emptiable<Value, Options>; // -- which of the two follows from the options
}

function several<Value>(
  of: z.ZodType<Value, Value>,
  { title, description, default: value = [], max }: SeveralOptions<Value>,
  meta: z.GlobalMeta = {},
): SettingType<Value[]> {
  const list: z.ZodType<Value[], Value[]> = z.array(of).max(max ?? SETTING_LIMITS.entries);
  return list.default([...value] as never).meta({ ...meta, title, description }); // -- as above
}

function picked(
  { max, ...options }: SeveralOptions<Snowflake>,
  meta: z.GlobalMeta,
): SettingType<Snowflake[]> {
  return several(snowflake, { ...options, max: max ?? SETTING_LIMITS.picked }, meta);
}

const channelMeta = ({ types }: ChannelOptions): z.GlobalMeta => ({
  kind: 'channel',
  ...(types && { channelTypes: types }),
});

/**
 * The fields of a settings schema. Each is a zod type, so that zod's own types stand beside them; whatever has no
 * default is empty: `null` for one, `[]` for several.
 *
 * @example
 * z.strictObject({
 *   logChannelId: setting.channel({
 *     title: 'Log channel',
 *     description: 'Where moderation is logged',
 *     types: [ChannelType.GuildText],
 *   }),
 *   grace: setting.duration({ title: 'Grace', description: 'How long to wait', default: 600_000 }),
 * });
 */
export const setting = {
  text<const Options extends TextOptions>(options: Options): Emptiable<string, Options> {
    const type: z.ZodType<string, string> = z
      .string()
      .min(options.minLength ?? 0)
      .max(options.maxLength ?? SETTING_LIMITS.text);
    return emptiable(type, options, { multiline: options.multiline ?? false });
  },

  number<const Options extends NumberOptions>(options: Options): Emptiable<number, Options> {
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, fractions } = options;
    const bounded = z.number().min(min).max(max);
    const type: z.ZodType<number, number> = fractions ? bounded : bounded.int();
    return emptiable(type, options);
  },

  /** Off unless its default is `true`. */
  boolean({ title, description, default: value = false }: SettingOptions<boolean>): SettingType<boolean> {
    const type: z.ZodType<boolean, boolean> = z.boolean();
    return type.default(value as never).meta({ title, description }); // -- as above
  },

  /** One of a few values. */
  choice<const Labels extends ChoiceLabels, const Options extends ChoiceOptions<Labels>>(
    options: Options & { readonly options: Labels },
  ): Emptiable<keyof Labels & string, Options> {
    const values = Object.keys(options.options) as (keyof Labels & string)[];
    const type: z.ZodType<keyof Labels & string, keyof Labels & string> = z.enum(values);
    return emptiable(type, options, { labels: options.options });
  },

  /** Milliseconds; people type `10m`, `2h` or `1d12h`. */
  duration<const Options extends DurationOptions>(options: Options): Emptiable<number, Options> {
    const { min = 1_000, max = SETTING_LIMITS.duration } = options;
    const type: z.ZodType<number, number> = z.number().int().min(min).max(max);
    return emptiable(type, options, { kind: 'duration' });
  },

  /** The number that discord.js takes as a colour, 0 to 0xFFFFFF; people type `#ff8800`. */
  colour<const Options extends SettingOptions<number>>(options: Options): Emptiable<number, Options> {
    const type: z.ZodType<number, number> = z.number().int().min(0).max(MAX_COLOUR);
    return emptiable(type, options, { kind: 'colour' });
  },

  /** An emoji as messages carry it: a character, or `<:name:id>`. */
  emoji<const Options extends SettingOptions<string>>(options: Options): Emptiable<string, Options> {
    return emptiable(emoji, options, { kind: 'emoji' });
  },

  channel: (options: ChannelOptions): SettingType<Snowflake | null> =>
    emptiable(snowflake, options, channelMeta(options)),

  channels: (options: ChannelsOptions): SettingType<Snowflake[]> => picked(options, channelMeta(options)),

  role: (words: SettingWords): SettingType<Snowflake | null> => emptiable(snowflake, words, { kind: 'role' }),

  roles: (options: SeveralOptions<Snowflake>): SettingType<Snowflake[]> => picked(options, { kind: 'role' }),

  user: (words: SettingWords): SettingType<Snowflake | null> => emptiable(snowflake, words, { kind: 'user' }),

  users: (options: SeveralOptions<Snowflake>): SettingType<Snowflake[]> => picked(options, { kind: 'user' }),

  /** Entries of one type, in order; people type them with commas or line by line. */
  list: <Value>({ of, ...options }: ListOptions<Value>): SettingType<Value[]> => several(of, options),

  /** Values by key; people type `key=value`, with commas or line by line. */
  record<Value>({
    of,
    keys,
    max,
    title,
    description,
    ...options
  }: RecordOptions<Value>): SettingType<Record<string, Value>> {
    const most = max ?? SETTING_LIMITS.entries;
    const type: z.ZodType<Record<string, Value>, Record<string, Value>> = z
      .record(keys ?? z.string().min(1).max(SETTING_LIMITS.option), of)
      .refine((value) => Object.keys(value).length <= most, `must have at most ${most} entries`);
    return type.default({ ...options.default } as never).meta({ title, description }); // -- as above
  },
} as const;
