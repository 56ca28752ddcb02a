import { Subcommand } from '@sapphire/plugin-subcommands';
import { translator } from '@twi/sdk';
import { ApplicationCommandType, MessageFlags, type UserContextMenuCommandInteraction } from 'discord.js';
import { roleInfoReply } from '../replies/role-info-reply.ts';
import { serverInfoReply } from '../replies/server-info-reply.ts';
import { userInfoReply } from '../replies/user-info-reply.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

export class InfoCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Show what is known of people, roles and this server',
      text: true,
      example: '/info user user:@alice',
      subcommands: [
        { name: 'user', chatInputRun: 'user' },
        { name: 'server', chatInputRun: 'server' },
        { name: 'role', chatInputRun: 'role' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((user) =>
          user
            .setName('user')
            .setDescription('Show what is known of a person')
            .addUserOption((option) =>
              option.setName('user').setDescription('Whom. Default: you; an id works too'),
            ),
        )
        .addSubcommand((server) =>
          server.setName('server').setDescription('Show what is known of this server'),
        )
        .addSubcommand((role) =>
          role
            .setName('role')
            .setDescription('Show what is known of a role')
            .addRoleOption((option) => option.setName('role').setDescription('Which role').setRequired(true)),
        ),
    );
    registry.registerContextMenuCommand((command) =>
      command.setName('User info').setType(ApplicationCommandType.User),
    );
  }

  async user(interaction: Invocation): Promise<void> {
    const { options, user } = interaction;
    const asked = options.getUser('user');
    const member = asked ? options.getMember('user') : interaction.member;
    await interaction.reply(userInfoReply(asked ?? user, member, await spoken(interaction)));
  }

  async server(interaction: Invocation): Promise<void> {
    const { guild, member } = interaction;
    await interaction.reply(serverInfoReply(guild, member, await spoken(interaction)));
  }

  async role(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const role = interaction.options.getRole('role', true);
    // Discord counts them for every role but that of everybody.
    const counts = await interaction.guild.roles.fetchMemberCounts();
    const holders =
      role.id === interaction.guildId ? interaction.guild.memberCount : (counts.get(role.id) ?? 0);
    await interaction.editReply(roleInfoReply(role, holders, await spoken(interaction)));
  }

  override async contextMenuRun(interaction: UserContextMenuCommandInteraction<'cached'>): Promise<void> {
    const { targetUser, targetMember } = interaction;
    const answer = userInfoReply(targetUser, targetMember, await translator(interaction));
    await interaction.reply({ ...answer, flags: MessageFlags.Ephemeral });
  }
}

/** The language of what everybody in the channel reads. */
function spoken(interaction: Invocation) {
  return translator(interaction, { audience: 'guild' });
}
