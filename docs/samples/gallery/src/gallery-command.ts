import { Command } from '@sapphire/framework';
import { itemsReply } from './items-reply.ts';

export class GalleryCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'Show the gallery' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply();
    await interaction.editReply(itemsReply(await this.container.gallery.list(interaction.guildId)));
  }
}
