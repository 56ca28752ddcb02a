import { ApplicationFlagsBitField, GatewayIntentBits, type IntentsBitField } from 'discord.js';

const { Flags } = ApplicationFlagsBitField;

/** What the bot asks Discord for, and what it is allowed. */
export interface Sight {
  readonly intents: Pick<Readonly<IntentsBitField>, 'has'>;
  /** Absent until the bot has logged in. */
  readonly flags: Pick<Readonly<ApplicationFlagsBitField>, 'any'> | undefined;
}

/** Why the bot cannot read what members write, as a sentence for who manages the rules; `undefined` if it can. */
export function blindness({ intents, flags }: Sight): string | undefined {
  const isAsked = intents.has(GatewayIntentBits.MessageContent);
  const isAllowed = flags?.any(Flags.GatewayMessageContent | Flags.GatewayMessageContentLimited) ?? true;
  if (isAsked && isAllowed) return undefined;
  return '⚠ I cannot read messages here: the operator of this bot has to switch on the **Message Content** intent in Discord’s developer portal. Until then, rules see only who writes and how often.';
}
