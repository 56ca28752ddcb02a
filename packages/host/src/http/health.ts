/** What has to be right before the bot can serve. */
export interface HealthChecks {
  /** Resolves when the database answers. */
  readonly database: () => Promise<unknown>;
  /** Whether every shard of this process is connected. */
  readonly isGatewayReady: () => boolean;
  readonly isStarted: () => boolean;
}

/** Whether the bot can serve, and if not, why. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<'database' | 'gateway' | 'startup', string>>;
}

const DATABASE_TIMEOUT = 2_000;
const OK = 'ok';

/** Asks everything at once; never takes longer than the database's time-out. */
export async function checkReadiness(checks: HealthChecks): Promise<Readiness> {
  const results = {
    database: await checkDatabase(checks),
    gateway: checks.isGatewayReady() ? OK : 'not every shard is connected',
    startup: checks.isStarted() ? OK : 'still starting',
  };
  return { ready: Object.values(results).every((result) => result === OK), checks: results };
}

async function checkDatabase({ database }: HealthChecks): Promise<string> {
  const { promise: tooLate, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve(`no answer within ${DATABASE_TIMEOUT} ms`), DATABASE_TIMEOUT);
  // The reason stays inside: whoever may ask here need not be told the address of the database.
  const answer = database().then(
    () => OK,
    () => 'not reachable',
  );
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
