import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { MessageFlags } from 'discord.js';
import { roleChangeReply } from '../replies/role-change-reply.ts';

export class RoleCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'Take a role, or give it back', example: '/role role:@Updates' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addRoleOption((option) =>
          option.setName('role').setDescription('One of those that /roles shows').setRequired(true),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { id } = interaction.options.getRole('role', true);
    const change = await this.container.utility.roleChoices.toggle(interaction.member, id);
    await interaction.editReply(roleChangeReply(change, await translator(interaction)));
  }
}
