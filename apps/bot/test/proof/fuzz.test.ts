import { setTimeout as sleep } from 'node:timers/promises';
import type { GuardedUse } from '@twi/host';
import type { ProofScene } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissionTable } from '../support/permission-table.ts';
import { isRefused, readAnswer } from './support/answer.ts';
import { slashShapes } from './support/command-shape.ts';
import { Fuzzer, isBug } from './support/fuzzer.ts';
import type { Nameable } from './support/hostile-values.ts';
import { inParallel } from './support/in-parallel.ts';
import { asSaid, pingsOf } from './support/pings.ts';
import { proofsOf } from './support/plugin-proofs.ts';
import { type ProofBot, startProofBot } from './support/proof-bot.ts';
import { setScene } from './support/scene.ts';
import { sow } from './support/sow.ts';
import { tableContents } from './support/table-contents.ts';
import { TextTalk } from './support/text-talk.ts';
import { textUses } from './support/text-uses.ts';
import { troublesIn } from './support/troubles.ts';

/** Sets of options of slash commands; as many suggestions, and a quarter as many messages. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const QUARTER = Math.ceil(RUNS / 4);
/** Each reads all tables twice, one after the other, so a long run looks no oftener than this. */
const LOOKS = Math.min(QUARTER, 250);
const AT_A_TIME = 4;
const ANSWER_MS = 10_000;
const TIMEOUT_MS = 60_000 + RUNS * 200;
/** Discord's largest message of somebody without Nitro, less the mention. */
const MOST_TYPED = 1_900;
const MOST_PROBLEMS = 10;
/** What was tried in vain is a case, and the answer says so. */
const KEPT_ATTEMPT = 'records the attempt as failed';
/** Errors are recorded behind their answers. */
const WRITE_BEHIND_MS = 1_500;
/** Discord's type of a channel for texts. */
const TEXT = 0;

let bot: ProofBot;
let fuzzer: Fuzzer;
let uses: readonly GuardedUse[];
let speaking: ReadonlySet<string>;
/** What the bot was made to say by somebody who may ping everybody. */
const said = new Set<string>();

beforeAll(async () => {
  bot = await startProofBot();
  const scene = await setScene(bot);
  const proofs = await proofsOf(bot.host);
  speaking = new Set([...proofs.values()].flatMap((proof) => proof.speaking ?? []));
  await sow(bot, scene, proofs);
  uses = permissionTable(bot.host)
    .flatMap((plugin) => [...plugin.rows.flatMap((row) => row.uses), ...plugin.open])
    .filter(({ kind }) => kind === 'slash');
  const { channelId } = scene;
  const shapes = slashShapes(bot.sandbox.as(bot.owner.id, { channelId }).commands());
  fuzzer = new Fuzzer({ bot, seed: SEED, channelId, shapes, named: nameable(scene) });
});
afterAll(() => bot.close());

function nameable({ victimId, highId, lobbyId, channels }: ProofScene): Nameable {
  const { sandbox, guild, owner } = bot;
  const stranger = sandbox.createUser({ username: '@everyone `*_~|>' });
  const members = ['a', 'b', 'c', '\u202Eevil', '<@&1> **x**'].map((username) => {
    const { id } = sandbox.createUser({ username });
    guild.addMember(id);
    return id;
  });
  return {
    userIds: [...members, stranger.id, victimId, highId, owner.id, sandbox.bot.id],
    roleIds: guild.roles.map(({ id }) => id),
    channels: [{ id: lobbyId, type: TEXT }, ...Array.from(channels, ([type, id]) => ({ id, type }))],
  };
}

/** The numbers of the calls of a test: each has a part of its own. */
const runsOf = (part: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => part * RUNS + i);

test('any options are answered, without a fault and without a ping', { timeout: TIMEOUT_MS }, async () => {
  const problems = await inParallel(runsOf(0, RUNS), AT_A_TIME, async (run) => {
    const call = fuzzer.call(run, uses);
    const { values, problems: found } = await fuzzer.slash(call);
    if (speaking.has(call.use.name))
      for (const value of Object.values(values)) if (typeof value === 'string') said.add(asSaid(value));
    return found;
  });

  expect(problems.flat()).toEqual([]);
});

test('whatever is typed, suggestions come', { timeout: TIMEOUT_MS }, async () => {
  const suggesting = uses.filter((use) => fuzzer.optionsOf(use).some(({ autocomplete }) => autocomplete));
  const problems = await inParallel(runsOf(1, RUNS), AT_A_TIME, (run) =>
    fuzzer.suggest(fuzzer.call(run, suggesting)),
  );

  expect(problems.flat()).toEqual([]);
});

test('whatever is typed as a message is answered', { timeout: TIMEOUT_MS }, async () => {
  const typed = textUses(bot, uses);
  const talk = new TextTalk(bot, bot.owner.id, 'typed');
  const problems: string[] = [];
  for (const run of runsOf(2, QUARTER)) {
    const call = fuzzer.call(run, typed);
    const line = `${call.use.name} ${fuzzer.text(call, MOST_TYPED)}`;
    const { text, refusedFor } = await talk.ask(line, ANSWER_MS);
    if (refusedFor !== undefined || isBug(text)) problems.push(fuzzer.told(call, line, text));
    if (problems.length >= MOST_PROBLEMS) break;
  }

  expect(problems).toEqual([]);
});

/** A call, and the tables that are not as before when it was refused. */
async function look(run: number) {
  const call = fuzzer.call(run, uses);
  const before = await tableContents(bot);
  const outcome = await fuzzer.slash(call);
  if (!outcome.exchange || !isRefused(outcome.exchange))
    return { call, outcome, isRefused: false, changed: [] };
  const after = await tableContents(bot);
  const { text } = readAnswer(outcome.exchange);
  const changed = text.includes(KEPT_ATTEMPT)
    ? []
    : Object.keys(after).filter((table) => after[table] !== before[table]);
  return { call, outcome, isRefused: true, changed };
}

test('what is refused leaves nothing behind', { timeout: TIMEOUT_MS }, async () => {
  const problems: string[] = [];
  let refusals = 0;
  for (const run of runsOf(3, LOOKS)) {
    const first = await look(run);
    problems.push(...first.outcome.problems);
    refusals += first.isRefused ? 1 : 0;
    if (first.changed.length === 0) continue;
    // An earlier call may write on behind its answer (a purge, a mass ban), and is done when this one is asked again.
    await sleep(WRITE_BEHIND_MS);
    const { call, outcome, changed } = await look(run);
    if (changed.length > 0)
      problems.push(fuzzer.told(call, outcome.values, `refused, it changed ${changed.join(', ')}`));
  }

  expect(problems).toEqual([]);
  expect(refusals).toBeGreaterThan(LOOKS / 10);
});

test('nothing went wrong inside, and nobody was pinged', async () => {
  await sleep(WRITE_BEHIND_MS);

  expect(await troublesIn(bot), `FUZZ_SEED=${SEED}`).toEqual([]);
  expect(pingsOf(bot, said), `FUZZ_SEED=${SEED}`).toEqual([]);
});
