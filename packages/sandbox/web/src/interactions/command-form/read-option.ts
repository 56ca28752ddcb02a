import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { OptionValue } from '../interaction-action.ts';
import type { TypedOption } from './typed-option.ts';

/** The value of an option, or what is wrong with it; neither where nothing was typed and nothing has to be. */
export interface ReadOption {
  readonly value?: OptionValue;
  readonly problem?: string;
}

/** Checks what was typed for an option, as Discord's client does before it sends anything. */
export function readOption(
  option: APIApplicationCommandBasicOption,
  { text, chosen }: TypedOption,
): ReadOption {
  const typed = text.trim();
  if (typed === '' && chosen === undefined)
    return option.required ? { problem: 'This option is required.' } : {};
  if (chosen !== undefined) return { value: chosen };
  switch (option.type) {
    case Type.String:
      if (option.choices && option.choices.length > 0) return { problem: 'Choose one of the list.' };
      return readText(typed, option);
    case Type.Integer:
    case Type.Number:
      if (option.choices && option.choices.length > 0) return { problem: 'Choose one of the list.' };
      return readNumber(typed, option);
    case Type.Boolean:
      return { problem: 'Choose True or False.' };
    case Type.User:
      return { problem: 'Choose a user of the list.' };
    case Type.Role:
      return { problem: 'Choose a role of the list.' };
    case Type.Channel:
      return { problem: 'Choose a channel of the list.' };
    case Type.Mentionable:
      return { problem: 'Choose a user or role of the list.' };
    case Type.Attachment:
    default:
      return { problem: 'Choose a file.' };
  }
}

function readText(text: string, option: { min_length?: number; max_length?: number }): ReadOption {
  const { min_length: minimum = 0, max_length: maximum = 6_000 } = option;
  if (text.length < minimum) return { problem: `At least ${minimum} characters, now ${text.length}.` };
  if (text.length > maximum) return { problem: `At most ${maximum} characters, now ${text.length}.` };
  return { value: text };
}

function readNumber(
  text: string,
  option: { type: Type.Integer | Type.Number; min_value?: number; max_value?: number },
): ReadOption {
  const value = Number(text);
  const { min_value: minimum = -(2 ** 53), max_value: maximum = 2 ** 53 } = option;
  if (!Number.isFinite(value)) return { problem: 'Enter a number.' };
  if (option.type === Type.Integer && !Number.isInteger(value)) return { problem: 'Enter a whole number.' };
  if (value < minimum) return { problem: `At least ${minimum}.` };
  if (value > maximum) return { problem: `At most ${maximum}.` };
  return { value };
}
