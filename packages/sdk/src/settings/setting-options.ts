import type { ChannelType, Snowflake } from 'discord.js';
import type { z } from 'zod';

/** What every field says of itself. */
export interface SettingWords {
  /** What people call it, at most 45 characters. */
  readonly title: string;
  /** What it does, at most 100 characters. */
  readonly description: string;
}

/** A field that is empty (`null`) in a server that never set it, unless it has a default. */
export interface SettingOptions<Value> extends SettingWords {
  readonly default?: Value;
}

/** Bounds, both included: of a number its value, of a duration milliseconds. */
interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export interface TextOptions extends SettingOptions<string> {
  readonly minLength?: number;
  /** At most, and by default, 1,000 characters. */
  readonly maxLength?: number;
  /** Whether the form offers several lines. */
  readonly multiline?: boolean;
}

export interface NumberOptions extends SettingOptions<number>, Bounds {
  /** Whether fractions are accepted. Default: whole numbers only. */
  readonly fractions?: boolean;
}

export interface DurationOptions extends SettingOptions<number>, Bounds {}

/** The values of a choice with what people read instead of them. */
export type ChoiceLabels = Readonly<Record<string, string>>;

export interface ChoiceOptions<Labels extends ChoiceLabels> extends SettingOptions<keyof Labels & string> {
  /** Keyed by value. */
  readonly options: Labels;
}

export interface ChannelOptions extends SettingWords {
  /** Which types of channel are accepted. Default: all. */
  readonly types?: readonly ChannelType[];
}

/** Several of something; empty unless it has a default. */
export interface SeveralOptions<Value> extends SettingWords {
  readonly default?: readonly Value[];
  /** At most so many. */
  readonly max?: number;
}

export interface ChannelsOptions extends ChannelOptions, SeveralOptions<Snowflake> {}

export interface ListOptions<Value> extends SeveralOptions<Value> {
  /** The type of an entry: `z.string().max(50)`; with `.meta({ kind })` where it is a role, a duration, …. */
  readonly of: z.ZodType<Value, Value>;
}

export interface RecordOptions<Value> extends SettingWords {
  readonly default?: Readonly<Record<string, Value>>;
  /** The type of a value. */
  readonly of: z.ZodType<Value, Value>;
  /** The type of a key: text, unless it is said; with `.meta({ kind: 'role' })`, a role. */
  readonly keys?: z.ZodType<string, string>;
  /** At most so many entries. */
  readonly max?: number;
}
