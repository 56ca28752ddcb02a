const { ChannelType, MessageFlags, SlashCommandBuilder } = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder()
    .setName('order')
    .setDescription('Takes an option of every type.')
    .addStringOption((option) =>
      option
        .setName('size')
        .setDescription('One of two')
        .setRequired(true)
        .addChoices({ name: 'Small', value: 's' }, { name: 'Large', value: 'l' }),
    )
    .addStringOption((option) => option.setName('note').setDescription('A short text').setMaxLength(20))
    .addIntegerOption((option) =>
      option.setName('count').setDescription('How many').setMinValue(1).setMaxValue(9),
    )
    .addNumberOption((option) => option.setName('price').setDescription('How much'))
    .addBooleanOption((option) => option.setName('gift').setDescription('Wrapped or not'))
    .addUserOption((option) => option.setName('customer').setDescription('For whom'))
    .addChannelOption((option) =>
      option.setName('counter').setDescription('Where').addChannelTypes(ChannelType.GuildText),
    )
    .addRoleOption((option) => option.setName('role').setDescription('By whom'))
    .addMentionableOption((option) => option.setName('tell').setDescription('Whom to tell'))
    .addAttachmentOption((option) => option.setName('picture').setDescription('A picture')),
  async execute(interaction) {
    const { options } = interaction;
    const lines = [
      `size ${options.getString('size')}`,
      `note ${options.getString('note') ?? 'none'}`,
      `count ${options.getInteger('count')}`,
      `price ${options.getNumber('price')}`,
      `gift ${options.getBoolean('gift')}`,
      `customer ${options.getMember('customer')?.displayName}`,
      `counter #${options.getChannel('counter')?.name}`,
      `role ${options.getRole('role')?.name}`,
      `tell ${options.getMentionable('tell')}`,
      `picture ${options.getAttachment('picture')?.name}`,
    ];
    await interaction.reply({ content: lines.join('\n'), flags: MessageFlags.Ephemeral });
  },
};
