const {
  ActionRowBuilder,
  ChannelSelectMenuBuilder,
  ChannelType,
  MentionableSelectMenuBuilder,
  MessageFlags,
  RoleSelectMenuBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
  UserSelectMenuBuilder,
} = require('discord.js');

const MENUS = [
  new StringSelectMenuBuilder()
    .setCustomId('starter')
    .setPlaceholder('Make a selection!')
    .setMaxValues(2)
    .addOptions(
      new StringSelectMenuOptionBuilder().setLabel('Bulbasaur').setDescription('Grass').setValue('bulbasaur'),
      new StringSelectMenuOptionBuilder()
        .setLabel('Charmander')
        .setDescription('Fire')
        .setValue('charmander'),
      new StringSelectMenuOptionBuilder().setLabel('Squirtle').setDescription('Water').setValue('squirtle'),
    ),
  new UserSelectMenuBuilder().setCustomId('users').setPlaceholder('Pick users').setMaxValues(3),
  new RoleSelectMenuBuilder().setCustomId('roles').setPlaceholder('Pick a role'),
  new ChannelSelectMenuBuilder()
    .setCustomId('channels')
    .setPlaceholder('Pick a channel')
    .setChannelTypes(ChannelType.GuildText),
  new MentionableSelectMenuBuilder()
    .setCustomId('mentionables')
    .setPlaceholder('Pick anybody')
    .setMaxValues(2),
];

/** What was chosen, as each kind of menu tells it. */
function chosen(i) {
  if (i.isStringSelectMenu()) return i.values;
  if (i.isUserSelectMenu()) return i.users.map((user) => user.username);
  if (i.isRoleSelectMenu()) return i.roles.map((role) => role.name);
  if (i.isChannelSelectMenu()) return i.channels.map((channel) => channel.name);
  return [...i.users.map((user) => user.username), ...i.roles.map((role) => role.name)];
}

module.exports = {
  data: new SlashCommandBuilder().setName('select').setDescription('Shows a menu of every kind.'),
  async execute(interaction) {
    const components = MENUS.map((menu) => new ActionRowBuilder().addComponents(menu));
    const response = await interaction.reply({ content: 'Choose!', components, withResponse: true });

    const collector = response.resource.message.createMessageComponentCollector({ time: 60_000 });
    collector.on('collect', async (i) => {
      await i.reply({
        content: `${i.customId}: ${chosen(i).join(' and ')}`,
        flags: MessageFlags.Ephemeral,
      });
    });
  },
};
