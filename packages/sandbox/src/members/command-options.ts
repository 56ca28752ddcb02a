import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { SandboxActionError } from './action-error.ts';
import { optionValue } from './option-value.ts';
import type { OptionInput } from './option-value.ts';
import type { Resolved } from './resolved.ts';

/** An option as an interaction carries it. */
export interface SentOption {
  readonly name: string;
  readonly type: Type;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly SentOption[];
}

/** What the member typed. */
export interface TypedOptions {
  /** Names of subcommand group and subcommand, if any. */
  readonly path: readonly string[];
  readonly values: Readonly<Record<string, OptionInput>>;
  /** The option being typed, for autocomplete; required ones may then be missing. */
  readonly focused?: string | undefined;
}

/** Turns what a member typed into the options of an interaction. @throws SandboxActionError as the client would refuse it */
export function sentOptions(
  command: APIApplicationCommand,
  typed: TypedOptions,
  resolved: Resolved,
): readonly SentOption[] {
  const branch: { name: string; type: Type }[] = [];
  let level: readonly APIApplicationCommandOption[] = command.options ?? [];
  for (const name of typed.path) {
    const found = level.find((option) => option.name === name);
    if (found?.type !== Type.Subcommand && found?.type !== Type.SubcommandGroup) {
      throw new SandboxActionError('unknown-command', `/${command.name} has no subcommand "${name}"`);
    }
    branch.push({ name, type: found.type });
    level = found.options ?? [];
  }
  const leaves = level.filter(isBasic);
  if (leaves.length < level.length) {
    const names = level.map((option) => option.name).join(', ');
    throw new SandboxActionError(
      'unknown-command',
      `/${command.name} needs one of its subcommands: ${names}`,
    );
  }
  const options = filled(leaves, typed, resolved);
  return branch
    .toReversed()
    .reduce<readonly SentOption[]>((inner, part) => [{ ...part, options: inner }], options);
}

function filled(
  definitions: readonly APIApplicationCommandBasicOption[],
  { values, focused }: TypedOptions,
  resolved: Resolved,
): SentOption[] {
  for (const name of Object.keys(values)) {
    if (!definitions.some((definition) => definition.name === name)) {
      const known = definitions.map((definition) => definition.name).join(', ') || 'none';
      throw new SandboxActionError('unknown-option', `There is no option "${name}" (known: ${known})`);
    }
  }
  return definitions.flatMap((definition) => {
    const { name, type } = definition;
    const given = values[name];
    if (name === focused)
      return [
        { name, type, value: typeof given === 'object' ? '' : String(given ?? ''), focused: true as const },
      ];
    if (given === undefined) {
      if (!definition.required || focused !== undefined) return [];
      throw new SandboxActionError('missing-option', `The option "${name}" is required`);
    }
    return [{ name, type, value: optionValue(definition, given, resolved) }];
  });
}

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return option.type !== Type.Subcommand && option.type !== Type.SubcommandGroup;
}
