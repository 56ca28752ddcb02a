import { BucketScope, Command } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { definePlugin, reply, UserError } from '@twi/sdk';
import { ChannelType, GatewayIntentBits, MessageFlags, ModalBuilder } from 'discord.js';

const { Ephemeral } = MessageFlags;

/** Says what it was given, of every type of option. */
class EveryOptionCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'Every type of option', text: true });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addUserOption((option) => option.setName('user').setDescription('Somebody').setRequired(true))
        .addIntegerOption((option) =>
          option.setName('count').setDescription('How many').setMinValue(1).setMaxValue(5).setRequired(true),
        )
        .addStringOption((option) =>
          option
            .setName('kind')
            .setDescription('Which kind')
            .addChoices({ name: 'Dark Red', value: 'dark-red' }, { name: 'Blue', value: 'blue' })
            .setRequired(true),
        )
        .addRoleOption((option) => option.setName('role').setDescription('A role'))
        .addChannelOption((option) =>
          option.setName('channel').setDescription('A channel').addChannelTypes(ChannelType.GuildText),
        )
        .addMentionableOption((option) => option.setName('whom').setDescription('Anybody'))
        .addNumberOption((option) => option.setName('factor').setDescription('By how much'))
        .addBooleanOption((option) => option.setName('loud').setDescription('Whether aloud'))
        .addAttachmentOption((option) => option.setName('file').setDescription('A file'))
        .addStringOption((option) => option.setName('words').setDescription('What else').setMaxLength(40)),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    const { options } = interaction;
    const whom = options.getMentionable('whom');
    const lines = [
      `user ${options.getUser('user', true).username} (${options.getMember('user') ? 'here' : 'away'})`,
      `count ${options.getInteger('count', true)}`,
      `kind ${options.getString('kind', true)}`,
      `role ${options.getRole('role')?.name}`,
      `channel ${options.getChannel('channel')?.name}`,
      `whom ${whom && 'name' in whom ? whom.name : whom?.id}`,
      `factor ${options.getNumber('factor')}`,
      `loud ${options.getBoolean('loud')}`,
      `file ${options.getAttachment('file')?.name}`,
      `words ${JSON.stringify(options.getString('words'))}`,
      `${interaction.commandName} ${interaction.guild.name} ${interaction.member.id === interaction.user.id}`,
    ];
    await interaction.reply(reply.info(lines.join('\n')));
  }
}

/** Uses of an interaction, one by one. */
class AnswersCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Ways to answer',
      text: true,
      node: 'text-probe.answer',
      subcommands: [
        { name: 'secret', chatInputRun: 'secret' },
        { name: 'paged', chatInputRun: 'paged' },
        { name: 'twice', chatInputRun: 'twice' },
        { name: 'form', chatInputRun: 'form' },
        { name: 'refuse', chatInputRun: 'refuse' },
        { name: 'slash', chatInputRun: 'secret', text: false },
        { name: 'guarded', chatInputRun: 'secret', node: 'text-probe.guarded' },
        {
          name: 'often',
          type: 'group',
          entries: [
            {
              name: 'one',
              chatInputRun: 'public',
              cooldownDelay: 60_000,
              cooldownLimit: 1,
              cooldownScope: BucketScope.User,
            },
          ],
        },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) => {
      command.setName(this.name).setDescription(this.description);
      for (const name of ['secret', 'paged', 'twice', 'form', 'refuse', 'slash', 'guarded'])
        command.addSubcommand((sub) => sub.setName(name).setDescription(`Answers: ${name}`));
      return command.addSubcommandGroup((group) =>
        group
          .setName('often')
          .setDescription('Not too often')
          .addSubcommand((sub) =>
            sub
              .setName('one')
              .setDescription('Once a minute')
              .addIntegerOption((option) =>
                option.setName('number').setDescription('Any number').setRequired(true),
              ),
          ),
      );
    });
  }

  async secret(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: Ephemeral });
    await interaction.editReply(reply.success('For you alone.'));
  }

  async paged(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    const page = reply.list(['one'], { empty: '', next: 'text-probe/none:' });
    await interaction.reply({ ...page, flags: Ephemeral });
  }

  async twice(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply();
    await interaction.editReply(reply.info('First.'));
    await interaction.editReply(reply.info('First, mended.'));
    await interaction.followUp(reply.info(`Second. ${interaction.replied}`));
  }

  async public(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(reply.info(`${interaction.options.getInteger('number', true)} for all.`));
  }

  async form(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    await interaction.showModal(new ModalBuilder().setCustomId('text-probe/form:').setTitle('A form'));
  }

  refuse(): Promise<void> {
    return Promise.reject(new UserError({ identifier: 'text-probe.no', message: 'Not today.' }));
  }
}

/** Guarded by a Discord permission that its author named. */
class StaffCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'For staff', text: true });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description).setDefaultMemberPermissions(8n),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(reply.info('Welcome, staff.'));
  }
}

/** Has no form as a message. */
class SlashOnlyCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'Slash alone' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await interaction.reply('Never.');
  }
}

export const textProbePlugin = definePlugin({
  id: 'text-probe',
  title: 'Text probe',
  description: 'Commands that can be typed',
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  nodes: {
    'text-probe.answer': { description: 'Answers' },
    'text-probe.guarded': { description: 'More answers', default: 'BanMembers' },
  },
  pieces: {
    commands: {
      every: EveryOptionCommand,
      answers: AnswersCommand,
      staff: StaffCommand,
      'slash-only': SlashOnlyCommand,
    },
  },
});
