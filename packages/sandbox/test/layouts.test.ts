import {
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  ContainerBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SectionBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TestBot } from './test-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await TestBot.start();
  await bot.client.application.commands.set([{ name: 'show', description: 'Shows.' }]);
});
afterEach(() => {
  bot.client.removeAllListeners('interactionCreate');
  bot.rethrow();
});
afterAll(() => bot[Symbol.asyncDispose]());

test('a button inside a container is clicked and the layout is updated', async () => {
  const section = new SectionBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('A case'))
    .setButtonAccessory(
      new ButtonBuilder().setCustomId('close').setLabel('Close').setStyle(ButtonStyle.Danger),
    );
  const container = new ContainerBuilder().addSectionComponents(section);
  bot.onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({ components: [container], flags: MessageFlags.IsComponentsV2 });
    }
    if (interaction.isButton()) {
      const text = new TextDisplayBuilder().setContent(`${interaction.customId} clicked`);
      await interaction.update({ components: [text], flags: MessageFlags.IsComponentsV2 });
    }
  });
  const bob = bot.as('bob');
  const { response } = await bob.slash('show');

  const exchange = await bob.click(response?.id ?? '', 'Close');

  expect(exchange.response?.components).toMatchObject([{ type: 10, content: 'close clicked' }]);
});

test('every component has a number of its own', async () => {
  bot.onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const container = new ContainerBuilder().addTextDisplayComponents(
      new TextDisplayBuilder().setContent('one'),
      new TextDisplayBuilder().setContent('two'),
    );
    await interaction.reply({ components: [container], flags: MessageFlags.IsComponentsV2 });
  });

  const { response } = await bot.as('bob').slash('show');

  expect(response?.components).toMatchObject([{ id: 1, components: [{ id: 2 }, { id: 3 }] }]);
});

test('a modal with labels takes text and choices', async () => {
  bot.onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const text = new LabelBuilder()
        .setLabel('Why')
        .setTextInputComponent(new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short));
      const menu = new LabelBuilder()
        .setLabel('Kind')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder().setCustomId('kind').addOptions({ label: 'Spam', value: 'spam' }),
        );
      const modal = new ModalBuilder().setCustomId('report').setTitle('Report');
      await interaction.showModal(modal.addLabelComponents(text, menu));
    }
    if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      await interaction.reply(
        `${fields.getTextInputValue('why')} ${fields.getStringSelectValues('kind').join(',')}`,
      );
    }
  });
  const bob = bot.as('bob');
  const { modal } = await bob.slash('show');

  const exchange = await bob.submit(modal, { why: 'because', kind: ['spam'] });

  expect(exchange.response?.content).toBe('because spam');
  await expect(bob.submit(modal, { why: 'because' })).rejects.toMatchObject({ reason: 'missing-option' });
});

test('a modal that a button opened updates the message of the button', async () => {
  bot.onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const button = new ButtonBuilder().setCustomId('edit').setLabel('Edit').setStyle(ButtonStyle.Primary);
      await interaction.reply({
        content: 'before',
        components: [{ type: ComponentType.ActionRow, components: [button] }],
      });
    }
    if (interaction.isButton()) {
      const label = new LabelBuilder()
        .setLabel('Text')
        .setTextInputComponent(new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short));
      await interaction.showModal(
        new ModalBuilder().setCustomId('m').setTitle('Edit').addLabelComponents(label),
      );
    }
    if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.update({ content: interaction.fields.getTextInputValue('text') });
    }
  });
  const bob = bot.as('bob');
  const { response } = await bob.slash('show');
  const { modal } = await bob.click(response?.id ?? '', 'Edit');

  await bob.submit(modal, { text: 'after' });

  expect(bob.message(response?.id ?? '').content).toBe('after');
});

test('an ephemeral deferred answer with a file reaches its receiver', async () => {
  bot.onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({
      files: [new AttachmentBuilder(Buffer.from('csv'), { name: 'cases.csv' })],
    });
  });

  const { response } = await bot.as('bob').slash('show');

  expect(response?.flags).toBe(MessageFlags.Ephemeral);
  expect(await (await fetch(response?.attachments[0]?.url ?? '')).text()).toBe('csv');
});

test('a command works in the direct conversation with the bot', async () => {
  bot.onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(interaction.inGuild() ? 'guild' : 'direct');
  });

  const { response } = await bot.as('bob').inDirectMessages().slash('show');

  expect(response?.content).toBe('direct');
});

test('a member who is timed out sees no commands', async () => {
  await bot.as('alice').moderation.timeout(bot.userId('mallory'), 60_000);

  await expect(bot.as('mallory').slash('show')).rejects.toMatchObject({ reason: 'unknown-command' });
});

test('an answer that Discord would refuse is refused with its place, and the member gets nothing', async () => {
  const refused = Promise.withResolvers<unknown>();
  bot.onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({ embeds: [{ title: 'x'.repeat(257) }] }).catch(refused.resolve);
    await interaction.reply('better');
  });

  const exchange = await bot.as('bob').slash('show');

  expect(await refused.promise).toMatchObject({ status: 400, code: 50_035 });
  expect(exchange.response?.content).toBe('better');
});

test('who is named in the text of a layout is mentioned as far as the bot allows it', async () => {
  const role = bot.guild.addRole({ name: 'Readers' });
  const text = new TextDisplayBuilder().setContent(`<@&${role.id}> <@${bot.userId('bob')}>`);
  const components = [new ContainerBuilder().addTextDisplayComponents(text)];
  const channel = await bot.client.channels.fetch(bot.channelId());
  if (!channel?.isSendable()) throw new Error('There is no channel to write in.');
  const flags = MessageFlags.IsComponentsV2;

  const told = await channel.send({ components, flags, allowedMentions: { roles: [role.id] } });
  const quiet = await channel.send({ components, flags, allowedMentions: { parse: [] } });
  const edited = await quiet.edit({ components, flags, allowedMentions: { users: [bot.userId('bob')] } });

  expect([...told.mentions.roles.keys()]).toEqual([role.id]);
  expect([...told.mentions.users.keys()]).toEqual([]);
  expect([...quiet.mentions.roles.keys()]).toEqual([]);
  expect([...edited.mentions.users.keys()]).toEqual([bot.userId('bob')]);
});
