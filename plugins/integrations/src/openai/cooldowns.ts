import { BucketScope, type PreconditionEntryResolvable } from '@sapphire/framework';

const MINUTE_MS = 60_000;

/** How often OpenAI is asked: three times in five minutes by a person, ten times in ten minutes in a server. */
export const OPENAI_COOLDOWNS: readonly PreconditionEntryResolvable[] = [
  { name: 'Cooldown', context: { scope: BucketScope.User, limit: 3, delay: 5 * MINUTE_MS } },
  { name: 'Cooldown', context: { scope: BucketScope.Guild, limit: 10, delay: 10 * MINUTE_MS } },
];
