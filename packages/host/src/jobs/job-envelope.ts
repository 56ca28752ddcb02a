import { z } from 'zod';

/** What a job's row holds: the data as it was sent, and how often the job was put off because its plugin was off. */
export const jobEnvelope = z.object({ data: z.unknown(), deferrals: z.int().nonnegative().default(0) });

export type JobEnvelope = z.output<typeof jobEnvelope>;

const withGuild = z.object({ guildId: z.string() });

/** The guild that a job belongs to, if its data names one. */
export function guildOf(data: unknown): string | undefined {
  return withGuild.safeParse(data).data?.guildId;
}
