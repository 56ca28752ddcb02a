import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type MemberActor, type Sandbox, startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { ClientProcess } from '../measure/client-process.ts';
import { GatewayRelay } from '../messages/gateway-relay.ts';
import { memberOf, type Writer } from '../messages/writers.ts';

const PEOPLE = 200;
/** The guilds in which commands are used; Discord has got the commands of these. */
const WITH_COMMANDS = 10;
const PLUGINS = ['creator-links', 'gallery', 'integrations', 'moderation', 'stats', 'utility'];
const SYNCED_MS = 60_000;
/** Requests of the bot, the last ones, for whoever counts those of a start. */
const RECORDED = 1_000;

/** A Discord with so many guilds, and a database in which all plugins are on in each. */
export interface GrowingWorld extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly relay: GatewayRelay;
  readonly database: TestDatabase;
  /** Somebody in each guild. */
  readonly writers: readonly Writer[];
  /** Somebody in each guild that has commands. */
  readonly members: readonly MemberActor[];
}

/** Makes it as a bot leaves it that has been there for a while: nothing is to be made or sent at the next start. */
export async function growWorld(guilds: number): Promise<GrowingWorld> {
  await using stack = new AsyncDisposableStack();
  const sandbox = stack.use(
    await startSandbox({ scene: 'empty', rateLimits: false, validate: false, record: RECORDED }),
  );
  const relay = stack.use(await GatewayRelay.start(sandbox));
  const database = stack.use(await createTestDatabase());
  const writers = populate(sandbox, guilds);
  const ids = writers.map(({ guildId }) => guildId);
  await enable(database, ids.slice(0, WITH_COMMANDS));
  await startOnce({ sandbox, relay, database });
  await enable(database, ids);
  // All guilds have the same commands, so what Discord has got for one says it for all.
  await sql`
    insert into core.command_sync (guild_id, hash)
    select id, hash from unnest(${ids}::bigint[]) as id, core.command_sync where guild_id = ${ids[0]}::bigint
    on conflict do nothing`.execute(database.handle.db);
  const members = writers
    .slice(0, WITH_COMMANDS)
    .map(({ author, channelId }) => sandbox.as(author.id, { channelId }));
  const kept = stack.move();
  return { sandbox, relay, database, writers, members, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

function populate(sandbox: Sandbox, guilds: number): Writer[] {
  const people = Array.from({ length: PEOPLE }, (_, at) => sandbox.createUser({ username: `person${at}` }));
  return Array.from({ length: guilds }, (_, at) => {
    const guild = sandbox.createGuild({ name: `Server ${at}` });
    const author = people[at % PEOPLE]!;
    const { joinedAt } = guild.addMember(author.id);
    const channelId = guild.addChannel({ name: 'general' }).id;
    return { guildId: guild.id, channelId, author, member: memberOf(joinedAt, []) };
  });
}

async function enable({ handle: { db } }: TestDatabase, ids: readonly string[]): Promise<void> {
  await sql`insert into core.guilds (id) select unnest(${ids}::bigint[]) on conflict do nothing`.execute(db);
  await sql`
    insert into core.guild_plugins (guild_id, plugin_id, enabled)
    select id, plugin, true from unnest(${ids}::bigint[]) as id, unnest(${PLUGINS}::text[]) as plugin
    on conflict do nothing`.execute(db);
}

/** Lets the bot make its tables and send its commands. */
async function startOnce({
  sandbox,
  relay,
  database,
}: Pick<GrowingWorld, 'sandbox' | 'relay' | 'database'>): Promise<void> {
  await using bot = await ClientProcess.start('whole-bot.ts', {
    BENCH_API_URL: relay.apiUrl,
    BENCH_TOKEN: sandbox.token,
    BENCH_DATABASE_URL: database.url,
  });
  const end = performance.now() + SYNCED_MS;
  for (;;) {
    const { rows } = await sql<{ synced: number }>`
      select count(*)::int as synced from core.command_sync where guild_id <> 0 and hash <> 'unknown'`.execute(
      database.handle.db,
    );
    if ((rows[0]?.synced ?? 0) >= WITH_COMMANDS) return;
    if (performance.now() > end)
      throw new Error(
        `The commands were not sent in time by a bot that was ready after ${bot.readyAfterMs} ms.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
