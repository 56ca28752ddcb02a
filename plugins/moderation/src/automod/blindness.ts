import { ApplicationFlagsBitField, type Client, GatewayIntentBits } from 'discord.js';

const { Flags } = ApplicationFlagsBitField;

/** Why the bot cannot read what members write, as a sentence for who manages the rules; `undefined` if it can. */
export function blindness({ options, application }: Client): string | undefined {
  const isAsked = options.intents.has(GatewayIntentBits.MessageContent);
  const isAllowed =
    !application || application.flags.any(Flags.GatewayMessageContent | Flags.GatewayMessageContentLimited);
  if (isAsked && isAllowed) return undefined;
  return '⚠ I cannot read messages here: the operator of this bot has to switch on the **Message Content** intent in Discord’s developer portal. Until then, rules see only who writes and how often.';
}
