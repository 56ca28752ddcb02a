import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deedThroughBot, wordsOf } from './model/commands.ts';
import { KilledScene, type KilledServer, type StoredCase } from './model/killed-scene.ts';
import { type Deed, newModel, take, type TargetName, TARGETS } from './model/moderation-model.ts';
import { areClose } from './model/moderation-scene.ts';

/** `PROOF_KILLED_RUNS` and `PROOF_SEED` look further; each run starts the bot several times. */
const RUNS = Number(process.env['PROOF_KILLED_RUNS'] ?? 1);
const SEED = Number(process.env['PROOF_SEED'] ?? 1);
const RUN_MS = 90_000;
/** A command takes about this long, so that it is cut off anywhere. */
const LONGEST_BEFORE_KILL_MS = 120;
const BAN_ROUTE = '/guilds/{guild_id}/bans/{user_id}';

let scene: KilledScene;
beforeAll(async () => {
  scene = await KilledScene.start();
}, 120_000);
afterAll(() => scene.close());

/** A command, and after how many milliseconds the process is killed, if it is. */
interface KilledStep {
  readonly deed: Deed;
  readonly killAfterMs: number | undefined;
}

const calm = deedThroughBot.map((deed): KilledStep => ({ deed, killAfterMs: undefined }));
const killed = fc
  .record({ deed: deedThroughBot, killAfterMs: fc.nat(LONGEST_BEFORE_KILL_MS) })
  .map((step): KilledStep => step);
const run = fc
  .tuple(
    fc.array(calm, { maxLength: 4 }),
    killed,
    fc.array(calm, { maxLength: 3 }),
    killed,
    fc.array(calm, { maxLength: 2 }),
  )
  .map((parts) => parts.flat());

test(
  'whenever the bot is killed, Discord and the cases say the same in the end',
  { timeout: 60_000 + RUNS * RUN_MS },
  async () => {
    const property = fc.asyncProperty(run, async (steps) => {
      const server = await scene.newServer();
      const answered: number[] = [];
      for (const { deed, killAfterMs } of steps) {
        const number =
          killAfterMs === undefined
            ? await scene.command(server, deed)
            : await scene.commandAndKill(server, deed, killAfterMs);
        if (number !== undefined) answered.push(number);
      }
      await scene.settle(server);
      expect(await problems(server, answered)).toEqual([]);
    });
    await fc.assert(property, {
      seed: SEED,
      numRuns: RUNS,
      // Each attempt takes long.
      endOnFailure: true,
      reporter: (details) => {
        if (!details.failed) return;
        const words = details.counterexample?.[0].map(
          ({ deed, killAfterMs }) =>
            `${wordsOf(deed)}${killAfterMs === undefined ? '' : `, killed after ${killAfterMs} ms`}`,
        );
        throw new Error(`Seed ${details.seed}: ${words?.join('; ')}`, { cause: details.errorInstance });
      },
    });
  },
);

async function problems(server: KilledServer, answered: readonly number[]): Promise<string[]> {
  const cases = await scene.cases(server);
  const found: string[] = [];
  if (!cases.every(({ number }, index) => number === index + 1)) found.push('The numbers have gaps.');
  if (new Set(answered).size < answered.length) found.push('A number was given twice.');
  for (const number of answered)
    if (cases[number - 1]?.state !== 'done') found.push(`Case #${number} was answered, and is not done.`);
  for (const target of TARGETS) found.push(...(await problemsOf(server, target, cases)));
  return found.length > 0 ? [...found, JSON.stringify(cases)] : [];
}

/** What a person's cases make of them is what Discord has. */
async function problemsOf(
  server: KilledServer,
  target: TargetName,
  cases: readonly StoredCase[],
): Promise<string[]> {
  const { guild, ids } = server;
  const id = ids.get(target) ?? '';
  const model = newModel();
  const own = cases.filter(({ targetId }) => targetId === id);
  for (const { type, expiresAt } of own.filter(({ state }) => state === 'done'))
    take(model, {
      type,
      target,
      by: 'hand',
      durationMs: expiresAt ? expiresAt.getTime() - Date.now() : undefined,
    });
  const { ban, isMember, timeoutUntil } = model.people[target];
  const member = guild.member(id);
  const requests = (method: string) =>
    scene.sandbox.requests.filter(
      (request) =>
        request.template === BAN_ROUTE &&
        request.method === method &&
        request.status < 300 &&
        request.path.includes(guild.id) &&
        request.path.includes(id),
    ).length;
  const count = (...types: string[]) => own.filter(({ type }) => types.includes(type)).length;
  const checks: [boolean, string][] = [
    [(ban !== undefined) === guild.bans.has(id), 'banned, or not'],
    [isMember === (member !== undefined), 'a member, or not'],
    [areClose(timeoutUntil, member?.timeoutUntil), 'timed out, or not'],
    [areClose(ban?.until, await scene.plannedEnd(server, id)), 'to be unbanned'],
    [requests('PUT') <= count('ban', 'softban'), 'banned once for each case'],
    [requests('DELETE') <= count('unban', 'softban'), 'unbanned once for each case'],
    [scene.sandbox.directMessages(id).length <= own.length, 'told once for each case'],
  ];
  return checks.flatMap(([isRight, what]) => (isRight ? [] : [`${target}: ${what}`]));
}
