import { type EphemeralReply, reply } from '@twi/sdk';
import type { Report } from '../database/report-repository.ts';

/** What a member reads who has reported something. */
export function reportSentReply({ number, isAnonymous }: Report): EphemeralReply {
  const name = isAnonymous ? ' Nobody there learns that it was you.' : '';
  return reply.success(
    `The staff has got your report #${number}.${name} I will write to you when it is dealt with.`,
    {
      ephemeral: true,
    },
  );
}
