import {
  ActionRowBuilder,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { callback, judge, type Sample } from './judge.ts';

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const input = (id: string) =>
  new TextInputBuilder().setCustomId(id).setLabel('Title').setStyle(TextInputStyle.Short);
const inputRow = (id: string) => new ActionRowBuilder<TextInputBuilder>().addComponents(input(id));
const modal = () => new ModalBuilder().setCustomId('form').setTitle('Form');

const ANSWERS: readonly [string, Sample][] = [
  ['a pong', callback(1)],
  ['a deferred answer', callback(5)],
  ['a hidden deferred answer', callback(5, { flags: 64 })],
  ['a deferred update', callback(6)],
  ['an update that takes the buttons away', callback(7, { components: [] })],
  ['an update without data', callback(7)],
  ['suggestions', callback(8, { choices: [{ name: 'Case 3', value: 3 }] })],
  [
    'suggestions of text',
    callback(8, { choices: [{ name: 'a', value: 'x'.repeat(100), name_localizations: { de: 'b' } }] }),
  ],
  ['suggestions that are digits', callback(8, { choices: [{ name: 'a', value: '3' }] })],
  ['no suggestions', callback(8, { choices: [] })],
  [
    'a modal of five inputs',
    callback(
      9,
      modal()
        .addComponents(times(5, (index) => inputRow(`${index}`)))
        .toJSON(),
    ),
  ],
  [
    'a modal with a value',
    callback(
      9,
      modal()
        .addComponents(
          new ActionRowBuilder<TextInputBuilder>().addComponents(
            input('a')
              .setValue('x')
              .setMinLength(0)
              .setMaxLength(4_000)
              .setRequired(false)
              .setPlaceholder('p'),
          ),
        )
        .toJSON(),
    ),
  ],
  [
    'a modal of labels',
    callback(
      9,
      modal()
        .addLabelComponents(
          new LabelBuilder()
            .setLabel('Why')
            .setTextInputComponent(
              new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph),
            ),
          new LabelBuilder()
            .setLabel('What')
            .setDescription('Pick')
            .setStringSelectMenuComponent(
              new StringSelectMenuBuilder().setCustomId('what').addOptions({ label: 'a', value: 'a' }),
            ),
          new LabelBuilder()
            .setLabel('Who')
            .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('who')),
        )
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('Thanks'))
        .toJSON(),
    ),
  ],
];

test.each(ANSWERS)('%s is accepted', (_name, sample) => {
  expect(judge(sample)).toEqual(['accepted']);
});
