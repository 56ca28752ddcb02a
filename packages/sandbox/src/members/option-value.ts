import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { SandboxActionError } from './action-error.ts';
import type { Resolved } from './resolved.ts';

/** A file that a member attaches. */
export interface FileInput {
  readonly filename: string;
  readonly bytes: Buffer;
  readonly contentType?: string;
  /** Alternative text, for people who do not see it. Only a message's files have one. */
  readonly description?: string;
}

/** What a member can give for an option: ids stand for users, roles and channels. */
export type OptionInput = string | number | boolean | FileInput;

const MENTION = /^<(?:@!?|@&|#)(\d+)>$/;

/** Checks one value against its definition, as the client does before it lets a command go. */
export function optionValue(
  definition: APIApplicationCommandBasicOption,
  given: OptionInput,
  resolved: Resolved,
): string | number | boolean {
  switch (definition.type) {
    case Type.String:
      return chosen(definition, lengthChecked(definition, textOf(definition.name, given)));
    case Type.Integer:
    case Type.Number:
      return chosen(definition, numberChecked(definition, given));
    case Type.Boolean:
      return booleanOf(definition.name, given);
    case Type.User:
      return known(definition.name, 'user', given, (id) => resolved.addUser(id));
    case Type.Role:
      return known(definition.name, 'role', given, (id) => resolved.addRole(id));
    case Type.Channel:
      return known(definition.name, 'channel', given, (id) =>
        resolved.addChannel(id, definition.channel_types),
      );
    case Type.Mentionable:
      return known(
        definition.name,
        'user or role',
        given,
        (id) => resolved.addUser(id) || resolved.addRole(id),
      );
    case Type.Attachment:
      if (typeof given !== 'object') throw invalid(definition.name, 'a file { filename, bytes }', given);
      return resolved.addFile(given);
    default:
      throw invalid('option', 'a type that this sandbox knows', given);
  }
}

/** What was typed, as text; a file is no text. */
function textOf(name: string, given: OptionInput): string {
  if (typeof given === 'object') throw invalid(name, 'text', given);
  return String(given);
}

function chosen<T extends string | number>(definition: APIApplicationCommandBasicOption, value: T): T {
  if (!('choices' in definition) || !definition.choices || definition.choices.length === 0) return value;
  const choices: readonly { name: string; value: string | number }[] = definition.choices;
  const choice = choices.find((candidate) => candidate.value === value || candidate.name === value);
  if (!choice) {
    throw invalid(definition.name, `one of ${choices.map((candidate) => candidate.name).join(', ')}`, value);
  }
  // -- a definition's choices have the type of its values
  return choice.value as T;
}

function lengthChecked(
  definition: { name: string; min_length?: number; max_length?: number },
  value: string,
): string {
  const { min_length: minimum = 0, max_length: maximum = 6_000 } = definition;
  if (value.length >= minimum && value.length <= maximum) return value;
  throw invalid(definition.name, `between ${minimum} and ${maximum} characters`, value);
}

function numberChecked(
  definition: { name: string; type: Type.Integer | Type.Number; min_value?: number; max_value?: number },
  given: OptionInput,
): number {
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  const { min_value: minimum = -(2 ** 53), max_value: maximum = 2 ** 53 } = definition;
  const isRight = definition.type === Type.Integer ? Number.isInteger(value) : Number.isFinite(value);
  if (typeof value === 'number' && isRight && value >= minimum && value <= maximum) return value;
  const kind = definition.type === Type.Integer ? 'a whole number' : 'a number';
  throw invalid(definition.name, `${kind} between ${minimum} and ${maximum}`, given);
}

function booleanOf(name: string, given: OptionInput): boolean {
  if (given === true || given === 'true') return true;
  if (given === false || given === 'false') return false;
  throw invalid(name, 'true or false', given);
}

function known(name: string, kind: string, given: OptionInput, add: (id: string) => boolean): string {
  const text = textOf(name, given);
  const id = MENTION.exec(text)?.[1] ?? text;
  if (add(id)) return id;
  throw invalid(name, `the id of a ${kind} that fits`, given);
}

function invalid(name: string, accepted: string, given: unknown): SandboxActionError {
  const shown = typeof given === 'object' ? 'a file' : JSON.stringify(given);
  return new SandboxActionError('invalid-option', `The option "${name}" takes ${accepted}, not ${shown}`);
}
