import type { Command } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { ApplicationCommandType, type Message } from 'discord.js';
import type { PluginCommand } from '../commands/plugin-command.ts';
import { TextForm } from './text-form.ts';

/** By piece, as long as the piece is there. */
const forms = new WeakMap<Command, TextForm>();

/** The form of a command as a message; `undefined` where it has none, or its author wrote one. */
export function textFormOf(piece: Command): TextForm | undefined {
  return forms.get(piece);
}

/**
 * Gives the commands that ask for it the form of a message. Call it before they are guarded, so that what is called here
 * is the author's own handler.
 */
export function addTextForms(commands: readonly PluginCommand[]): void {
  for (const command of commands) {
    const { piece, type } = command;
    const run = piece.chatInputRun?.bind(piece);
    if (type !== ApplicationCommandType.ChatInput || !piece.options.text || !run || hasOwn(piece)) continue;
    const form = new TextForm(command, run);
    forms.set(piece, form);
    // Sapphire would split the words by its own rules.
    Object.assign(piece, {
      messagePreParse: (_message: Message, parameters: string) => parameters,
      messageRun: (message: Message) => form.run(message),
    });
  }
}

/** Whether the author wrote a form of their own. Every command with subcommands has the method; the mappings tell. */
function hasOwn(piece: Command): boolean {
  return piece instanceof Subcommand ? piece.supportsMessageCommands() : piece.messageRun !== undefined;
}
