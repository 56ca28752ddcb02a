import type { Plugin } from '@twi/sdk';
import { ApplicationFlagsBitField, GatewayIntentBits, type IntentsBitField } from 'discord.js';

const { Flags } = ApplicationFlagsBitField;

/** An intent that Discord grants only where the operator has switched it on (Gateway › Privileged Intents). */
export interface PrivilegedIntent {
  readonly intent: GatewayIntentBits;
  /** Its name in the Developer Portal. */
  readonly title: string;
  /** Any of these flags of the application says that it is granted (Application › Application Flags). */
  readonly flags: number;
  /** What the bot cannot do without it, as a sentence. */
  readonly loss: string;
}

const PRIVILEGED_INTENTS: readonly PrivilegedIntent[] = [
  {
    intent: GatewayIntentBits.GuildMembers,
    title: 'Server Members Intent',
    flags: Flags.GatewayGuildMembers | Flags.GatewayGuildMembersLimited,
    loss: 'I do not notice who joins, leaves or changes',
  },
  {
    intent: GatewayIntentBits.MessageContent,
    title: 'Message Content Intent',
    flags: Flags.GatewayMessageContent | Flags.GatewayMessageContentLimited,
    loss: 'I can read only messages that mention me, and direct messages',
  },
  {
    intent: GatewayIntentBits.GuildPresences,
    title: 'Presence Intent',
    flags: Flags.GatewayPresence | Flags.GatewayPresenceLimited,
    loss: 'I do not see who is online and what they do',
  },
];

/** The privileged intents that the flags of an application do not grant. */
export function ungranted(flags: number): PrivilegedIntent[] {
  return PRIVILEGED_INTENTS.filter((privileged) => (flags & privileged.flags) === 0);
}

/** The privileged intents that a plugin needs and the client goes without. */
export function withheldFrom(
  { intents = [] }: Pick<Plugin, 'intents'>,
  available: Readonly<IntentsBitField>,
): PrivilegedIntent[] {
  return PRIVILEGED_INTENTS.filter(({ intent }) => intents.includes(intent) && !available.has(intent));
}
