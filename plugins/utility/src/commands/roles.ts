import { Command } from '@sapphire/framework';
import { contextOf, translator } from '@twi/sdk';
import { MessageFlags } from 'discord.js';
import { roleListReply } from '../replies/role-list-reply.ts';

export class RolesCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'See the roles that you can take', example: '/roles' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { member, guildId } = interaction;
    const isStaff = await contextOf(this).permissions.allows(member, 'utility.roles');
    const roles = await this.container.utility.roles.list(guildId);
    await interaction.editReply(
      roleListReply({ member, roles, isStaff, page: 0 }, await translator(interaction)),
    );
  }
}
