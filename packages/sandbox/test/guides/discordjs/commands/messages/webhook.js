const { EmbedBuilder, SlashCommandBuilder, WebhookClient } = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder().setName('webhook').setDescription('Writes through a webhook.'),
  async execute(interaction) {
    await interaction.deferReply();
    const webhook = await interaction.channel.createWebhook({ name: 'Some-username' });
    const found = (await interaction.channel.fetchWebhooks()).find(({ token }) => token);

    await found.send({ content: 'As itself' });
    const client = new WebhookClient({ id: webhook.id, token: webhook.token });
    const message = await client.send({
      content: 'Webhook test',
      username: 'some-other-username',
      embeds: [new EmbedBuilder().setTitle('Some Title').setColor(0x00_ff_ff)],
    });
    await client.editMessage(message.id, { content: 'Edited!' });
    await webhook.edit({ name: 'Renamed' });
    const { name } = await interaction.client.fetchWebhook(webhook.id);
    await webhook.delete();
    await interaction.editReply(`${name} is done.`);
  },
};
