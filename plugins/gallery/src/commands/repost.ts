import { Command } from '@sapphire/framework';
import { ApplicationCommandType, type MessageContextMenuCommandInteraction, MessageFlags } from 'discord.js';
import { repostPanel } from '../replies/repost-panel.ts';

/** The menu of a message: puts what is in it into the gallery. */
export class RepostCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Put what is in a message into the gallery',
      node: 'gallery.repost',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerContextMenuCommand((command) =>
      command.setName('Repost to gallery').setType(ApplicationCommandType.Message),
    );
  }

  override async contextMenuRun(interaction: MessageContextMenuCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const view = await this.container.gallery.reposts.begin(interaction.targetMessage, interaction.member);
    await interaction.editReply(repostPanel(view));
  }
}
