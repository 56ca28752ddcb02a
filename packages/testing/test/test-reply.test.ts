import { ButtonStyle, ComponentType, type APIMessage } from 'discord.js';
import { expect, test } from 'vitest';
import { TestReply, textOf } from '../src/test-reply.ts';

/** A message that is laid out with components: a text beside a button, and a row below. */
const laidOut = {
  content: '',
  embeds: [],
  components: [
    {
      type: ComponentType.Container,
      components: [
        {
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: 'Beside it' }],
          accessory: {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: 'More',
            custom_id: 'a',
          },
        },
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'Next', custom_id: 'b' },
            {
              type: ComponentType.Button,
              style: ButtonStyle.Secondary,
              label: 'Off',
              custom_id: 'c',
              disabled: true,
            },
          ],
        },
      ],
    },
  ],
} as unknown as APIMessage; // -- the rest of a message does not matter here

test('reads the texts of a message that is laid out with components', () => {
  expect(textOf(laidOut)).toBe('Beside it');
});

test('finds buttons wherever they stand', () => {
  const source = { state: 'answered', response: laidOut, followups: [], modal: undefined };

  const reply = new TestReply(source, {
    names: () => {
      throw new Error('not asked for');
    },
    transcript: () => '',
  });

  expect(reply.buttons).toEqual(['More', 'Next']);
});
