const { SlashCommandBuilder } = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder()
    .setName('info')
    .setDescription('Get info about a user or the server!')
    .addSubcommand((subcommand) =>
      subcommand
        .setName('user')
        .setDescription('Info about a user')
        .addUserOption((option) => option.setName('target').setDescription('The user')),
    )
    .addSubcommandGroup((group) =>
      group
        .setName('server')
        .setDescription('Info about the server')
        .addSubcommand((subcommand) => subcommand.setName('roles').setDescription('Its roles'))
        .addSubcommand((subcommand) => subcommand.setName('owner').setDescription('Its owner')),
    ),
  async execute(interaction) {
    if (interaction.options.getSubcommand() === 'user') {
      const user = interaction.options.getUser('target') ?? interaction.user;
      const member = await interaction.guild.members.fetch(user.id);
      await interaction.reply(`${user.username} joined ${member.joinedAt ? 'once' : 'never'}.`);
    } else if (interaction.options.getSubcommand() === 'roles') {
      const names = interaction.guild.roles.cache.map((role) => role.name);
      await interaction.reply(`${interaction.options.getSubcommandGroup()}: ${names.toSorted().join(', ')}`);
    } else {
      const owner = await interaction.guild.fetchOwner();
      await interaction.reply(`${owner.displayName} owns this server.`);
    }
  },
};
