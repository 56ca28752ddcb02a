import type { ChannelType } from 'discord.js';
import type { z } from 'zod';

/** Bounds, both included. */
interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** What one value is: the leaf of a setting. */
export type SingleValue =
  | ({ readonly kind: 'text'; readonly isMultiline: boolean } & Bounds)
  | ({ readonly kind: 'number'; readonly isWhole: boolean } & Bounds)
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly options: readonly ChoiceOption[] }
  | ({ readonly kind: 'duration' } & Bounds)
  | { readonly kind: 'colour' }
  | { readonly kind: 'emoji' }
  | { readonly kind: 'role' }
  | { readonly kind: 'user' }
  | { readonly kind: 'channel'; readonly types: readonly ChannelType[] | undefined }
  /** A zod type that none of the others is; people write it as JSON. */
  | { readonly kind: 'json' };

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

/** What a setting holds. */
export type SettingValue =
  | SingleValue
  | { readonly kind: 'list'; readonly of: SingleValue; readonly max: number | undefined }
  | {
      readonly kind: 'record';
      readonly key: SingleValue;
      readonly of: SingleValue;
      readonly max: number | undefined;
    };

/** One field of a settings schema, as commands and forms see it. */
export interface SettingField {
  /** Its name in the schema. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: z.core.$ZodType;
  readonly value: SettingValue;
  readonly default: unknown;
  /** Whether it may be empty (`null`). */
  readonly isOptional: boolean;
}
