const { Subcommand } = require('@sapphire/plugin-subcommands');

/** Subcommands, typed and with a prefix. */
class VipCommand extends Subcommand {
  #vips = new Set();

  constructor(context, options) {
    super(context, {
      ...options,
      name: 'vip',
      description: 'The very important people',
      subcommands: [
        {
          name: 'list',
          chatInputRun: 'chatInputList',
          messageRun: async (message) => message.reply(this.#list()),
          default: true,
        },
        { name: 'add', chatInputRun: 'chatInputAdd', messageRun: 'messageAdd' },
        {
          name: 'action',
          type: 'group',
          entries: [{ name: 'reset', chatInputRun: 'chatInputReset', preconditions: ['OwnerOnly'] }],
        },
      ],
    });
  }

  registerApplicationCommands(registry) {
    registry.registerChatInputCommand((builder) =>
      builder
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((command) => command.setName('list').setDescription('Who they are'))
        .addSubcommand((command) =>
          command
            .setName('add')
            .setDescription('One more')
            .addUserOption((option) => option.setName('user').setDescription('Who').setRequired(true)),
        )
        .addSubcommandGroup((group) =>
          group
            .setName('action')
            .setDescription('What else can be done')
            .addSubcommand((command) => command.setName('reset').setDescription('Forget all')),
        ),
    );
  }

  async chatInputList(interaction) {
    await interaction.reply(this.#list());
  }

  async chatInputAdd(interaction) {
    this.#vips.add(interaction.options.getUser('user').username);
    await interaction.reply('Added.');
  }

  async messageAdd(message, args) {
    const user = await args.pick('user');
    this.#vips.add(user.username);
    await message.reply('Added.');
  }

  async chatInputReset(interaction) {
    this.#vips.clear();
    await interaction.reply('Forgotten.');
  }

  #list() {
    return [...this.#vips].join(', ') || 'Nobody yet.';
  }
}

module.exports = { VipCommand };
