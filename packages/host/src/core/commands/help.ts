import { Command } from '@sapphire/framework';
import { translator, UserError } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { noSuchCommand } from '../errors.ts';
import { helpDetailsReply } from '../replies/help-details-reply.ts';
import { entryName, helpListReply } from '../replies/help-list-reply.ts';
import { suggest } from '../suggest.ts';

/** What one can do, and how. */
export class HelpCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'What you can do here, and how.',
      text: true,
      example: '/help command: plugins enable',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) =>
          option.setName('command').setDescription('One command in detail').setAutocomplete(true),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const { help, permissions } = this.container.core;
    const entries = await help.entriesFor(interaction);
    const t = await translator(interaction);
    const typed = interaction.options.getString('command');
    if (typed === null) {
      await interaction.reply({ ...helpListReply(entries, t), flags: MessageFlags.Ephemeral });
      return;
    }
    const wanted = typed.trim().replace(/^\//, '').toLowerCase();
    const entry = entries.find(({ path }) => path.toLowerCase() === wanted);
    if (!entry) throw new UserError(noSuchCommand(typed));
    const declared = entry.node === undefined ? undefined : permissions.declaration(entry.node);
    const asMessage = await help.asMessage(entry, interaction);
    await interaction.reply({
      ...helpDetailsReply({ entry, declared, typed: asMessage }, t),
      flags: MessageFlags.Ephemeral,
    });
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    const entries = await this.container.core.help.entriesFor(interaction);
    const t = await translator(interaction);
    const options = entries.map((entry) => ({ name: entryName(entry, t), value: entry.path }));
    await interaction.respond(suggest(interaction.options.getFocused(), options));
  }
}
