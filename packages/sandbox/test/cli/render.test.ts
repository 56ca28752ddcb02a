import {
  ActionRowBuilder,
  type APIMessage,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  EmbedBuilder,
  LabelBuilder,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { readable } from '../../src/cli/names.ts';
import { renderMessage, renderOutcome } from '../../src/cli/render.ts';

const names = new Map([
  ['1', 'mallory'],
  ['2', 'general'],
  ['3', 'Moderator'],
]);
const message = (fields: object): APIMessage =>
  // -- only what is shown is given
  ({
    author: { id: '9', username: 'twi', global_name: 'Twi', bot: true },
    content: '',
    embeds: [],
    attachments: [],
    components: [],
    ...fields,
  }) as unknown as APIMessage;
const row = (...components: MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...components).toJSON();
const shown = (fields: object) => renderMessage(message(fields), names);

describe('a text', () => {
  test.each([
    ['<@1> and <@!1>', '@mallory and @mallory'],
    ['<@&3> in <#2>', '@Moderator in #general'],
    ['<@99>', '@99'],
    ['<t:0:R>', '1970-01-01 00:00 UTC'],
    ['<:art:123> <a:dance:123>', ':art: :dance:'],
    ['</case view:123>', '/case view'],
  ])('%s reads %s', (text, expected) => {
    expect(readable(text, names)).toBe(expected);
  });
});

describe('a message', () => {
  test('has its author and text', () => {
    expect(shown({ content: 'Warned <@1>\n(case #1).' })).toBe('Twi (bot)\n  Warned @mallory\n  (case #1).');
  });

  test('of a person goes by the name of the account', () => {
    expect(shown({ author: { id: '1', username: 'mallory', global_name: null }, content: 'hi' })).toBe(
      'mallory\n  hi',
    );
  });

  test('that is ephemeral says so', () => {
    expect(shown({ content: 'x', flags: MessageFlags.Ephemeral })).toBe(
      'Twi (bot, only you can see this)\n  x',
    );
  });

  test('that is on its way says so', () => {
    expect(shown({ flags: MessageFlags.Loading })).toBe('Twi (bot)\n  thinking…');
  });

  test('shows embeds behind a bar', () => {
    const embed = new EmbedBuilder()
      .setAuthor({ name: 'Cases' })
      .setTitle('Case 3')
      .setURL('https://a.example')
      .setDescription('Spam by <@1>')
      .addFields({ name: 'Type', value: 'warn' }, { name: 'Notes', value: 'one\ntwo' })
      .setImage('https://a.example/b.png')
      .setFooter({ text: 'page 1' })
      .setTimestamp(new Date('2024-05-06T07:08:09Z'))
      .toJSON();

    expect(shown({ content: 'x', embeds: [embed, { title: 'Second' }] })).toBe(
      [
        'Twi (bot)',
        '  x',
        '  ┃ Cases',
        '  ┃ Case 3 (https://a.example)',
        '  ┃ Spam by @mallory',
        '  ┃ Type: warn',
        '  ┃ Notes:',
        '  ┃   one',
        '  ┃   two',
        '  ┃ (picture: https://a.example/b.png)',
        '  ┃ page 1 · 2024-05-06 07:08 UTC',
        '',
        '  ┃ Second',
      ].join('\n'),
    );
  });

  test('shows what can be clicked and chosen', () => {
    const components = [
      row(
        new ButtonBuilder().setCustomId('n').setLabel('Next').setStyle(ButtonStyle.Primary),
        new ButtonBuilder()
          .setCustomId('p')
          .setLabel('Back')
          .setEmoji('◀️')
          .setStyle(ButtonStyle.Primary)
          .setDisabled(),
        new ButtonBuilder().setURL('https://a.example').setLabel('Docs').setStyle(ButtonStyle.Link),
      ),
      row(
        new StringSelectMenuBuilder()
          .setCustomId('k')
          .setPlaceholder('Kind')
          .addOptions({ label: 'Ban', value: 'ban', default: true }, { label: 'Kick', value: 'kick' }),
      ),
      row(new UserSelectMenuBuilder().setCustomId('u')),
    ];

    expect(shown({ components })).toBe(
      [
        'Twi (bot)',
        '  [Next] [◀️ Back, disabled] [Docs → https://a.example]',
        '  ▾ Kind: *Ban* | Kick',
        '  ▾ Choose members',
      ].join('\n'),
    );
  });

  test('shows components of the new kind', () => {
    const container = new ContainerBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('# Gallery\nby <@1>'))
      .addSeparatorComponents((separator) => separator)
      .addMediaGalleryComponents((gallery) => gallery.addItems({ media: { url: 'https://a.example/b.png' } }))
      .addSectionComponents((section) =>
        section
          .addTextDisplayComponents(new TextDisplayBuilder().setContent('One'))
          .setButtonAccessory(
            new ButtonBuilder().setCustomId('o').setLabel('Open').setStyle(ButtonStyle.Primary),
          ),
      )
      .toJSON();

    expect(shown({ components: [container] })).toBe(
      [
        'Twi (bot)',
        '  ┃ # Gallery',
        '  ┃ by @mallory',
        '  ┃ ───',
        '  ┃ (picture: https://a.example/b.png)',
        '  ┃ One',
        '  ┃ [Open]',
      ].join('\n'),
    );
  });

  test('shows files and polls', () => {
    const poll = {
      question: { text: 'Tea?' },
      answers: [{ poll_media: { text: 'Yes' } }, { poll_media: { emoji: { name: '🍵' } } }],
    };

    expect(shown({ poll, attachments: [{ filename: 'a.png', size: 12 }] })).toBe(
      'Twi (bot)\n  Poll: Tea?\n  ( ) Yes\n  ( ) 🍵\n  (file: a.png, 12 bytes)',
    );
  });
});

describe('an outcome', () => {
  test('shows the answer and what followed', () => {
    const outcome = {
      state: 'answered' as const,
      response: message({ content: 'one' }),
      followups: [message({ content: 'two' })],
    };

    expect(renderOutcome(outcome, names)).toBe('Twi (bot)\n  one\n\nTwi (bot)\n  two');
  });

  test('shows a form with the names of its fields', () => {
    const modal = new ModalBuilder()
      .setCustomId('form')
      .setTitle('Sunset')
      .addComponents(
        new ActionRowBuilder<TextInputBuilder>().addComponents(
          new TextInputBuilder()
            .setCustomId('title')
            .setLabel('Title')
            .setStyle(TextInputStyle.Short)
            .setValue('x'),
        ),
      )
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Kind')
          .setStringSelectMenuComponent((select) =>
            select
              .setCustomId('kind')
              .setRequired(false)
              .addOptions({ label: 'Oil', value: 'oil' }, { label: 'Ink', value: 'ink' }),
          ),
      )
      .toJSON();

    expect(renderOutcome({ state: 'answered', followups: [], modal }, names)).toBe(
      'The bot opens a form: Sunset\n  Title (title, now "x")\n  Kind (kind, optional, one of oil | ink)',
    );
  });

  test.each([
    ['unanswered', 'The application did not respond'],
    ['deferred', 'The bot is thinking…'],
    ['answered', 'Done; the bot shows nothing.'],
  ] as const)('that is %s without anything to see says so', (state, words) => {
    expect(renderOutcome({ state, followups: [] }, names)).toBe(words);
  });

  test('lists suggestions', () => {
    const autocomplete = [
      { name: 'Case 1', value: 1 },
      { name: 'Case 2', value: 2 },
    ];

    expect(renderOutcome({ state: 'answered', followups: [], autocomplete }, names)).toBe(
      'Suggestions: Case 1 | Case 2',
    );
  });
});
