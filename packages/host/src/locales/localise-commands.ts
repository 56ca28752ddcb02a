import type { Plugin } from '@twi/sdk';
import { ApplicationCommandOptionType, type APIApplicationCommandOption } from 'discord.js';
import type { PluginCommand } from '../commands/plugin-command.ts';
import { PluginLoadError } from '../lifecycle/load-error.ts';
import { textLeaves } from './text-leaves.ts';

/** Discord's limit of descriptions and of names of choices (Application Command Object). */
const MAX_LENGTH = 100;

/** What a language says about commands, by key: `ban.options.reason`. */
type Texts = ReadonlyMap<string, string>;

/**
 * Adds to commands what the plugin's catalogues say about them under `commands`. English stays as the builders have it,
 * and so do the names of commands and options, which people tell each other.
 *
 * @throws {PluginLoadError} naming the key of a text that is too long, or about nothing that is registered.
 */
export function localiseCommands(commands: readonly PluginCommand[], plugin: Plugin): PluginCommand[] {
  const texts = textsByLocale(plugin);
  const known = new Set<string>();
  const localised = commands.map((command) => ({
    ...command,
    // -- the same command with translations added, which every kind takes
    json: localise(command.json, { key: command.name, texts, known }) as PluginCommand['json'],
  }));
  const faults = texts.flatMap(([locale, words]) => faultsOf(`locales.${locale}.commands`, words, known));
  if (faults.length > 0)
    throw new PluginLoadError(
      'commands',
      `The plugin "${plugin.id}" has faulty translations: ${faults.join('; ')}.`,
    );
  return localised;
}

type TextsByLocale = readonly (readonly [locale: string, words: Texts])[];

function textsByLocale({ locales = {} as NonNullable<Plugin['locales']> }: Plugin): TextsByLocale {
  return Object.entries(locales).flatMap(([locale, words]) => {
    const commands: unknown = 'commands' in words ? words.commands : undefined;
    if (typeof commands !== 'object' || commands === null) return [];
    return [[locale, new Map(textLeaves(commands))] as const];
  });
}

interface Place {
  readonly key: string;
  readonly texts: TextsByLocale;
  /** Collects the keys that there may be. */
  readonly known: Set<string>;
}

type Described = Pick<APIApplicationCommandOption, 'name'> & {
  readonly options?: readonly APIApplicationCommandOption[];
};

/** A command or subcommand. */
function localise(command: Described | PluginCommand['json'], place: Place): object {
  const options = 'options' in command ? command.options : undefined;
  return {
    ...command,
    ...translations('description_localizations', `${place.key}.description`, place),
    ...(options && { options: options.map((option) => localiseOption(option, place)) }),
  };
}

function localiseOption(option: APIApplicationCommandOption, place: Place): object {
  const { key } = place;
  const isSubcommand =
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup;
  if (isSubcommand) return localise(option, { ...place, key: `${key}.subcommands.${option.name}` });
  const choices = 'choices' in option ? option.choices : undefined;
  return {
    ...option,
    ...translations('description_localizations', `${key}.options.${option.name}`, place),
    ...(choices && {
      choices: choices.map((choice) => ({
        ...choice,
        ...translations('name_localizations', `${key}.choices.${option.name}.${choice.value}`, place),
      })),
    }),
  };
}

/** The field of a text's translations; absent where there are none, so that the command is as it was. */
function translations(field: string, key: string, { texts, known }: Place): object {
  known.add(key);
  const found = texts.flatMap(([locale, words]) => {
    const text = words.get(key);
    return text === undefined ? [] : [[locale, text] as const];
  });
  return found.length > 0 ? { [field]: Object.fromEntries(found) } : {};
}

function faultsOf(prefix: string, words: Texts, known: ReadonlySet<string>): string[] {
  return [...words].flatMap(([key, text]) => {
    if (!known.has(key)) return [`"${prefix}.${key}" is about no command, option or choice of this plugin`];
    const fits = text.length > 0 && text.length <= MAX_LENGTH;
    return fits ? [] : [`"${prefix}.${key}" must have at most ${MAX_LENGTH} characters and at least one`];
  });
}
