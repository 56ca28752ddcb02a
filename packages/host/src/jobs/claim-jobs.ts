import type { Db, JobAttempt } from 'pg-boss';
import type { OwnShards } from '../client/own-shards.ts';

/** A job's row that this process has taken. */
export interface ClaimedJob extends JobAttempt {
  readonly name: string;
  readonly data: unknown;
  readonly singletonKey: string | null;
}

/** The lowest bits of an id that do not tell the time (Reference › Snowflakes). */
const BITS_BELOW_TIME = 22;

/**
 * What pg-boss's own `fetch` does, for a part of the guilds: it offers no condition, and a job that is taken and given
 * back would come around again at once. A guild's shard is Discord's formula (Gateway › Sharding).
 */
const CLAIM = `
  with due as (
    select id from pgboss.job
    where name = $1 and state < 'active' and not blocked and start_after <= pgboss.job_now()
      and case when data #>> '{data,guildId}' ~ '^\\d{17,20}$'
        then (div((data #>> '{data,guildId}')::numeric, ${2 ** BITS_BELOW_TIME}) % $3)::int = any ($4::int[])
        else true
      end
    order by priority desc, created_on
    limit $2
    for update skip locked
  )
  update pgboss.job set
    state = 'active',
    started_on = pgboss.job_now(),
    heartbeat_on = pgboss.job_now(),
    retry_count = case when started_on is null then retry_count else retry_count + 1 end
  from due where job.name = $1 and job.id = due.id
  returning job.id, job.name, job.data, job.retry_count as "retryCount", job.singleton_key as "singletonKey"
`;

/** Which jobs a process takes. */
export interface Claim {
  /** `<plugin>/<job>` */
  readonly name: string;
  /** At most so many. */
  readonly count: number;
  /** Jobs of other shards' guilds are left to the processes that run these; those of no guild are anybody's. */
  readonly shards: OwnShards;
}

/** Takes jobs that are due; no other process gets them until they have run out of time. */
export async function claimJobs(db: Db, { name, count, shards }: Claim): Promise<ClaimedJob[]> {
  const { rows } = await db.executeSql(CLAIM, [name, count, shards.count, shards.ids]);
  return rows;
}
