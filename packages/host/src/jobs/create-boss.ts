import type { ILogger } from '@sapphire/framework';
import type { PgBoss } from 'pg-boss';

/** Where pg-boss keeps the jobs. */
export const JOBS_SCHEMA = 'pgboss';
const CONNECTIONS = 3;

export interface BossOptions {
  readonly databaseUrl: string;
  readonly logger: Pick<ILogger, 'error'>;
}

/** Makes pg-boss; opens nothing. It is imported only now, as that takes a while and no start needs it before it is over. */
export async function createBoss({ databaseUrl, logger }: BossOptions): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    schema: JOBS_SCHEMA,
    application_name: 'twi-bot-shard jobs',
    registerInstance: false,
  });
  boss.on('error', (error) => logger.error('The job queue met an error.', error));
  return boss;
}
