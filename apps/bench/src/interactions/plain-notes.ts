import { Pool } from 'pg';
import { required } from '../clients/parent.ts';

/** As many connections as the host has. */
const POOL_SIZE = 10;

let pool: Pool | undefined;

/** Writes a row, as a bot without a host does it: with pg alone. */
export async function writeNote({
  guildId,
  user,
}: {
  readonly guildId: string | null;
  readonly user: { readonly id: string };
}): Promise<void> {
  pool ??= new Pool({ connectionString: required('BENCH_DATABASE_URL'), max: POOL_SIZE });
  await pool.query('insert into public.notes (guild_id, user_id) values ($1, $2)', [guildId, user.id]);
}
