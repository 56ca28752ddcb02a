import { Command } from '@sapphire/framework';
import { ANSWER, COMMANDS } from './commands.ts';

type Interaction = Command.ChatInputCommandInteraction;
type CommandClass = new (context: Command.LoaderContext) => Command;

export interface BenchCommandsOptions {
  /** Of each command. */
  readonly options?: Omit<Command.Options, 'name'>;
  /** Writes a row about an interaction. */
  readonly writeNote: (interaction: Interaction) => Promise<void>;
}

/** The commands as pieces, the same for Sapphire alone and for the host. */
export function benchCommands({ options = {}, writeNote }: BenchCommandsOptions) {
  class ReplyCommand extends Command {
    constructor(context: Command.LoaderContext) {
      super(context, options);
    }

    override registerApplicationCommands(registry: Command.Registry): void {
      registry.registerChatInputCommand(COMMANDS.reply);
    }

    override async chatInputRun(interaction: Interaction): Promise<void> {
      await interaction.reply(ANSWER);
    }
  }

  class NoteCommand extends Command {
    constructor(context: Command.LoaderContext) {
      super(context, options);
    }

    override registerApplicationCommands(registry: Command.Registry): void {
      registry.registerChatInputCommand(COMMANDS.note);
    }

    override async chatInputRun(interaction: Interaction): Promise<void> {
      await writeNote(interaction);
      await interaction.reply(ANSWER);
    }
  }

  return { reply: ReplyCommand, note: NoteCommand } satisfies Record<keyof typeof COMMANDS, CommandClass>;
}
