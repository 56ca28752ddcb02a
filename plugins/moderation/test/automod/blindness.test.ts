import { ApplicationFlagsBitField, GatewayIntentBits, IntentsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { blindness } from '../../src/automod/blindness.ts';

const { Flags } = ApplicationFlagsBitField;
const asking = new IntentsBitField([GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent]);

test.each([Flags.GatewayMessageContent, Flags.GatewayMessageContentLimited])(
  'sees what members write when the operator allows it (%s)',
  (flag) => {
    expect(blindness({ intents: asking, flags: new ApplicationFlagsBitField(flag) })).toBeUndefined();
  },
);

test('says so when the operator does not allow it, or the bot does not ask', () => {
  const flags = new ApplicationFlagsBitField(Flags.GatewayMessageContent);

  expect(blindness({ intents: asking, flags: new ApplicationFlagsBitField() })).toContain('Message Content');
  expect(blindness({ intents: new IntentsBitField(), flags })).toContain('Message Content');
});
