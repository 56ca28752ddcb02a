import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { avatarReply } from '../replies/avatar-reply.ts';

export class AvatarCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Show the picture of somebody',
      text: true,
      example: '/avatar user:@alice',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addUserOption((option) =>
          option.setName('user').setDescription('Whose. Default: yours; an id works too'),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    const asked = interaction.options.getUser('user');
    const member = asked ? interaction.options.getMember('user') : interaction.member;
    const t = await translator(interaction, { audience: 'guild' });
    await interaction.reply(avatarReply(asked ?? interaction.user, member, t));
  }
}
