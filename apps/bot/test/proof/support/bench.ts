import type { ProofBench } from '@twi/testing';
import { Person } from './person.ts';
import type { ProofBot } from './proof-bot.ts';

/** The bot of a proof, as plugins get to see it. */
export function benchOf({ sandbox, database, host, guild }: ProofBot): ProofBench {
  const play = (userId: string, channelId: string) => new Person(sandbox.as(userId, { channelId }));
  return { sandbox, database, host, guild, play };
}
