import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '@twi/database/testing';
import { startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
const N = Number(process.argv[2] ?? 200000),
  RATE = 2000;
const sandbox = await startSandbox({ scene: 'empty', rateLimits: false, validate: false, record: 0 } as any);
const database = await createTestDatabase();
const people = Array.from({ length: 300 }, (_, i) => sandbox.createUser({ username: `p${i}` }).id);
const guilds = Array.from({ length: 5 }, (_, g) => {
  const guild = sandbox.createGuild({ name: `G${g}` });
  for (const p of people) guild.addMember(p);
  return guild;
});
const actors = guilds
  .flatMap((g) => Array.from({ length: 8 }, (_, c) => g.addChannel({ name: `c${c}` }).id))
  .flatMap((channelId) => people.map((p) => sandbox.as(p, { channelId })));
const env = {
  ...process.env,
  T: sandbox.token,
  A: sandbox.apiUrl,
  D: database.url,
  DIR: '/tmp/stats-count',
  G: guilds.map((g) => g.id).join(),
};
let child: any;
async function start() {
  child = fork('/work/main/plugins/stats/.load-child.ts', {
    execArgv: ['--conditions=source'],
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
}
await start();
await sleep(1500);
child.send('begin');
await once(child, 'message');
const truth = new Map<string, number>();
const t0 = performance.now();
let sent = 0;
let killed = process.argv[3] !== 'kill';
while (sent < N) {
  const due = Math.min(N, ((performance.now() - t0) / 1000) * RATE);
  for (; sent < due; sent++) {
    const a = actors[Math.floor(Math.random() * actors.length)]!;
    await a.send('x');
    truth.set(a.userId, (truth.get(a.userId) ?? 0) + 1);
  }
  if (!killed && sent > N / 2) {
    killed = true;
    child.kill('SIGKILL');
    await once(child, 'exit');
    void (async () => {
      await sleep(2000);
      await start();
      console.log('restarted');
    })();
  }
  await sleep(1);
}
const sendMs = performance.now() - t0;
const read = async () => {
  const { rows } =
    await sql<any>`select user_id::text as u, sum(messages)::int as n from stats.activity_days group by 1`.execute(
      database.handle.db,
    );
  return new Map(rows.map((r: any) => [r.u, r.n]));
};
let sum = 0;
const t1 = performance.now();
while (sum < N && performance.now() - t1 < 120000) {
  await sleep(500);
  sum = [...(await read()).values()].reduce((a: number, b: any) => a + b, 0);
}
const got = await read();
let wrong = 0;
for (const [u, n] of truth) if (got.get(u) !== n) wrong++;
const { rows: h } = await sql<any>`select sum(messages)::int as n from stats.activity_hours`.execute(
  database.handle.db,
);
child.send('report');
const [r] = await once(child, 'message');
console.log({
  sent: N,
  sendMs: Math.round(sendMs),
  counted: sum,
  hours: h[0].n,
  wrong,
  settledAfterMs: Math.round(performance.now() - t1),
  statementsPer10k: r.statements / (N / 10000),
  ...r,
});
child.kill('SIGTERM');
await once(child, 'exit');
await sandbox.close();
await database.close();
process.exit(0);
