import { DiscordError } from '../rules/discord-error.ts';

const UNKNOWN = {
  application: [10_002, 'Unknown Application'],
  channel: [10_003, 'Unknown Channel'],
  guild: [10_004, 'Unknown Guild'],
  invite: [10_006, 'Unknown Invite'],
  member: [10_007, 'Unknown Member'],
  message: [10_008, 'Unknown Message'],
  overwrite: [10_009, 'Unknown Overwrite'],
  role: [10_011, 'Unknown Role'],
  user: [10_013, 'Unknown User'],
  emoji: [10_014, 'Unknown Emoji'],
  webhook: [10_015, 'Unknown Webhook'],
  sticker: [10_060, 'Unknown Sticker'],
  'voice state': [10_065, 'Unknown Voice State'],
  tag: [10_087, 'Unknown tag'],
  ban: [10_026, 'Unknown Ban'],
  interaction: [10_062, 'Unknown interaction'],
  command: [10_063, 'Unknown application command'],
} as const satisfies Record<string, readonly [code: number, message: string]>;

/** Makes the 404 with which Discord answers when something does not exist. Source: "JSON Error Codes". */
export function unknown(kind: keyof typeof UNKNOWN): DiscordError {
  const [code, message] = UNKNOWN[kind];
  return new DiscordError(404, code, message);
}
