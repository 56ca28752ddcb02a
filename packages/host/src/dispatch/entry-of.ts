import type { Command, Piece } from '@sapphire/framework';
import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  Interaction,
  Message,
} from 'discord.js';
import type { EntryKind, EntryPoint } from '../entry-point.ts';
import { textFormOf } from '../text/text-forms.ts';
import { entryPerson } from './entry-person.ts';

/** What an interaction reaches. */
export interface Reached {
  readonly plugin: string;
  readonly kind: EntryKind;
  readonly name: string;
  /** Whose options say whether records may name the person; absent: they may. */
  readonly piece?: Piece | undefined;
}

/** The entry through which an interaction reaches a piece. */
export function interactionEntry(
  { plugin, kind, name, piece }: Reached,
  interaction: BaseInteraction,
): EntryPoint & { readonly interaction: Interaction } {
  return {
    plugin,
    kind,
    name,
    guildId: interaction.guildId ?? undefined,
    ...entryPerson(piece, interaction.user.id),
    // discord.js types what it hands out as the union of its subclasses.
    interaction: interaction as Interaction,
  };
}

/** The entry of a prefix command. `typed` is what follows the command's name, where Sapphire has not split it. */
export function messageEntry(
  plugin: string,
  command: Command,
  message: Message,
  typed?: unknown,
): EntryPoint {
  const form = typeof typed === 'string' ? textFormOf(command) : undefined;
  return {
    plugin,
    kind: 'message-command',
    name: form?.nameOf(String(typed)) ?? command.name,
    guildId: message.guildId ?? undefined,
    ...entryPerson(command, message.author.id),
    message,
  };
}

/** What was typed, without options: `case view`. */
export function typedName(interaction: BaseInteraction, command: Command): string {
  if (!interaction.isChatInputCommand() && !interaction.isAutocomplete()) return command.name;
  return [command.name, ...subcommandPath(interaction)].join(' ');
}

function subcommandPath({ options }: ChatInputCommandInteraction | AutocompleteInteraction): string[] {
  return [options.getSubcommandGroup(false), options.getSubcommand(false)].filter((part) => part !== null);
}
