import { ApplicationCommandOptionType as Type, type Snowflake } from 'discord.js';
import type { TextOption } from './text-leaf.ts';

/** What a word of a message says for an option; users and the like by their ids. */
export type TextValue = string | number | boolean;

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['on', true],
  ['no', false],
  ['false', false],
  ['off', false],
]);

const ID = /^\d{17,20}$/;
const WHOLE = /^[+-]?\d{1,16}$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** Of each kind of thing that can be mentioned: how the mention looks. */
const MENTIONS: Partial<Record<Type, RegExp>> = {
  [Type.User]: /^<@!?(\d{17,20})>$/,
  [Type.Role]: /^<@&(\d{17,20})>$/,
  [Type.Channel]: /^<#(\d{17,20})>$/,
  [Type.Mentionable]: /^<@[!&]?(\d{17,20})>$/,
};

/** The value that `text` is for an option, by its type, choices and limits; `undefined` when it is none. */
export function parseValue(option: TextOption, text: string): TextValue | undefined {
  switch (option.type) {
    case Type.String:
      return chosen(option.choices, text) ?? (option.choices?.length ? undefined : sized(option, text));
    case Type.Integer:
      return (
        chosen(option.choices, text) ?? (option.choices?.length ? undefined : ranged(option, text, WHOLE))
      );
    case Type.Number:
      return (
        chosen(option.choices, text) ?? (option.choices?.length ? undefined : ranged(option, text, DECIMAL))
      );
    case Type.Boolean:
      return WORDS.get(text.toLowerCase());
    case Type.User:
    case Type.Role:
    case Type.Channel:
    case Type.Mentionable:
      return mentionedId(option, text) ?? (ID.test(text) ? text : undefined);
    case Type.Attachment:
    default:
      // Comes with the message, not in it.
      return undefined;
  }
}

/** The id in a mention of what an option takes. */
export function mentionedId({ type }: TextOption, text: string): Snowflake | undefined {
  return MENTIONS[type]?.exec(text)?.[1];
}

interface Choice<Value> {
  readonly name: string;
  readonly value: Value;
}

/** By value first: those are unique. */
function chosen<Value extends string | number>(
  choices: readonly Choice<Value>[] | undefined,
  text: string,
): Value | undefined {
  const typed = text.toLowerCase();
  const found =
    choices?.find(({ value }) => String(value) === text) ??
    choices?.find(({ name }) => name.toLowerCase() === typed) ??
    choices?.find(({ value }) => String(value).toLowerCase() === typed);
  return found?.value;
}

interface Sized {
  readonly min_length?: number;
  readonly max_length?: number;
}

/** Discord lets nobody send an empty text. */
function sized(
  { min_length: least = 1, max_length: most = Infinity }: Sized,
  text: string,
): string | undefined {
  return text.length >= Math.max(least, 1) && text.length <= most ? text : undefined;
}

interface Ranged {
  readonly min_value?: number;
  readonly max_value?: number;
}

function ranged(
  { min_value: least = -Number.MAX_SAFE_INTEGER, max_value: most = Number.MAX_SAFE_INTEGER }: Ranged,
  text: string,
  form: RegExp,
): number | undefined {
  if (!form.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}
