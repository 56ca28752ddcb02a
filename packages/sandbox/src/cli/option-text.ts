import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { CommandLineError } from './command-line-error.ts';
import { type Directory, findId, type Kind, listNames } from './directory.ts';

const NAMED: Readonly<Partial<Record<Type, { readonly what: string; readonly kinds: readonly Kind[] }>>> = {
  [Type.User]: { what: 'a member', kinds: ['users'] },
  [Type.Role]: { what: 'a role', kinds: ['roles'] },
  [Type.Channel]: { what: 'a channel', kinds: ['channels'] },
  [Type.Mentionable]: { what: 'a member or role', kinds: ['users', 'roles'] },
};
const YES: ReadonlySet<string> = new Set(['true', 'yes']);
const NO: ReadonlySet<string> = new Set(['false', 'no']);
const WHOLE = /^[+-]?\d+$/;
const MENTION = /(?<=^|\s)([@#])([^\s@#,;:!?]+?)(?=\.?(?:[\s,;:!?]|$))/g;

/**
 * Turns what was typed for an option into what the client would send: ids for names, `true` for yes.
 * Ranges and choices are left to the member's client.
 *
 * @throws {CommandLineError} naming the option and what it takes.
 */
export function optionText(
  option: APIApplicationCommandBasicOption,
  text: string,
  directory: Directory,
): string {
  const { name, type } = option;
  if (text === '') throw new CommandLineError(`The option "${name}" is empty; write ${name}:something`);
  const named = NAMED[type];
  if (named) {
    const id = findId(directory, named.kinds, text);
    if (id !== undefined) return id;
    throw refusal(name, `${named.what} (${listNames(directory, named.kinds)})`, text);
  }
  if (type === Type.Boolean) return booleanText(name, text.toLowerCase());
  if (type === Type.Integer || type === Type.Number) return numberText(option, text);
  if (type === Type.Attachment) throw refusal(name, 'a file, which cannot be given on a command line', text);
  return withMentions(text, directory);
}

function booleanText(name: string, text: string): string {
  if (YES.has(text)) return 'true';
  if (NO.has(text)) return 'false';
  throw refusal(name, 'true or false', text);
}

function numberText(option: APIApplicationCommandBasicOption, text: string): string {
  const isChoice = 'choices' in option && option.choices?.some((choice) => choice.name === text);
  if (isChoice) return text;
  const isRight = option.type === Type.Integer ? WHOLE.test(text) : Number.isFinite(Number(text));
  if (isRight) return text;
  throw refusal(option.name, option.type === Type.Integer ? 'a whole number' : 'a number', text);
}

/** In a text, `@mallory` and `#general` become mentions, as they do in the client. */
function withMentions(text: string, directory: Directory): string {
  return text.replaceAll(MENTION, (written, sign: string, name: string) => {
    if (sign === '#') {
      const id = findId(directory, ['channels'], name);
      return id === undefined ? written : `<#${id}>`;
    }
    const user = findId(directory, ['users'], name);
    if (user !== undefined) return `<@${user}>`;
    const role = findId(directory, ['roles'], name);
    return role === undefined ? written : `<@&${role}>`;
  });
}

function refusal(name: string, accepted: string, given: string): CommandLineError {
  return new CommandLineError(`The option "${name}" takes ${accepted}, not "${given}".`);
}
