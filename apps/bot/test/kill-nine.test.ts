import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '@twi/database';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

const WARNINGS = 500;
/** How many warn at a time: all within the three seconds that Discord waits, also on a busy machine. */
const MODERATORS = 8;
const ANSWERED_BEFORE_THE_KILL = 20;
/** Two bots start with databases of their own, the first with everything to compile. */
const TIMEOUT_MS = 240_000;

interface CaseRow {
  readonly number: number;
  readonly reason: string;
}

async function storedCases(dataDir: string): Promise<CaseRow[]> {
  const database = await startDatabase({ dataDir });
  try {
    const { rows } = await sql<CaseRow>`
      select number::int, reason from moderation.cases order by number`.execute(database.db);
    return rows;
  } finally {
    await database.close();
  }
}

test(
  'a kill -9 amid a burst of warnings loses none that was answered and repeats none',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    const dataDir = await mkdtemp(join(tmpdir(), 'twi-kill-'));
    const environment = {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATA_DIR: dataDir,
      // In the data folder then.
      NODE_COMPILE_CACHE: '',
    };
    const guild = sandbox.guilds[0]!;
    const channelId = guild.channel('general')!.id;
    const as = (name: string) => sandbox.as(sandbox.user(name)!.id, { channelId });
    const target = sandbox.user('mallory')!.id;

    const first = BotProcess.start(environment);
    await first.says('Up in');
    await as('olivia').slash('plugins enable', { plugin: 'moderation' });
    const answered: string[] = [];
    let begun = 0;
    const moderators = Array.from({ length: MODERATORS }, async () => {
      while (begun < WARNINGS && answered.length < ANSWERED_BEFORE_THE_KILL) {
        const reason = `warning-${begun}`;
        begun += 1;
        const exchange = await as('alice').slash('warn', { user: target, reason });
        if (exchange.state !== 'answered') continue;
        answered.push(reason);
        // The others are in the midst of theirs.
        if (answered.length === ANSWERED_BEFORE_THE_KILL) first.child.kill('SIGKILL');
      }
    });
    await Promise.allSettled(moderators);
    await first.end('SIGKILL');

    await using second = BotProcess.start(environment);
    await second.says('Up in');
    const after = await as('alice').slash('warn', { user: target, reason: 'after the restart' });
    expect(after.state).toBe('answered');
    expect(await second.end('SIGTERM')).toBe(0);

    const cases = await storedCases(dataDir);
    const reasons = cases.map(({ reason }) => reason);
    expect(answered.length).toBeGreaterThanOrEqual(ANSWERED_BEFORE_THE_KILL);
    expect(answered.length).toBeLessThan(WARNINGS);
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasons).toEqual(expect.arrayContaining([...answered, 'after the restart']));
    expect(cases.map(({ number }) => number)).toEqual(cases.map((_, index) => index + 1));
    await rm(dataDir, { recursive: true, force: true });
  },
);
