import type { GuardedUse } from '@twi/host';
import type { SlashValues } from '@twi/sandbox';
import type { PluginProof, ProofScene } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PermissionRow, permissionTable } from '../support/permission-table.ts';
import { castOf, type Person } from './support/cast.ts';
import { slashShapes } from './support/command-shape.ts';
import { inParallel } from './support/in-parallel.ts';
import { proofsOf } from './support/plugin-proofs.ts';
import { Probe, type Target, type Typing } from './support/probe.ts';
import { type ProofBot, startProofBot } from './support/proof-bot.ts';
import { setScene } from './support/scene.ts';
import { sow } from './support/sow.ts';
import { TextTalk } from './support/text-talk.ts';
import { textUses } from './support/text-uses.ts';
import { troublesIn } from './support/troubles.ts';

const AT_A_TIME = 8;
const TIMEOUT_MS = 240_000;
const QUOTED = 200;
const ANSWER_MS = 10_000;

/** Somebody who uses something. */
interface Cell {
  readonly person: Person;
  readonly use: GuardedUse;
  readonly target?: Target;
}

let bot: ProofBot;
let scene: ProofScene;
let proofs: ReadonlyMap<string, PluginProof>;
let probe: Probe;
let cast: readonly Person[];
let uses: readonly GuardedUse[];
let rows: ReadonlyMap<string, PermissionRow>;

beforeAll(async () => {
  bot = await startProofBot();
  proofs = await proofsOf(bot.host);
  scene = await setScene(bot);
  const plugins = permissionTable(bot.host);
  const all = plugins.flatMap((plugin) => plugin.rows);
  rows = new Map(all.map((row) => [row.node, row]));
  uses = plugins.flatMap((plugin) => [...plugin.rows.flatMap((row) => row.uses), ...plugin.open]);
  cast = await castOf(bot, all);
  const owner = bot.sandbox.as(bot.owner.id, { channelId: scene.channelId });
  probe = new Probe({ bot, scene, proofs, shapes: slashShapes(owner.commands()) });
  await sow(bot, scene, proofs);
});
afterAll(() => bot.close());

const isCommand = ({ kind }: GuardedUse): boolean => kind === 'slash' || kind.endsWith('-menu');

/** What the table says that a person is refused for. */
function expected({ person, use }: Cell): string | undefined {
  if (use.isForBotOwners) return person.userId === bot.botOwner.id ? undefined : 'bot-owner';
  const row = use.node === undefined ? undefined : rows.get(use.node);
  return row && !person.holds(row) ? row.node : undefined;
}

const cellsOf = (of: readonly GuardedUse[]): Cell[] =>
  of.flatMap((use) =>
    cast
      .filter(({ tries }) => !tries || (use.node !== undefined && tries.includes(use.node)))
      .map((person) => ({ person, use })),
  );

const label = ({ person, use, target }: Cell): string =>
  [person.name, `${use.kind} ${use.name}`, ...(target ? [`to ${target}`] : [])].join(' · ');

const difference = (cell: Cell, refusedFor: string | undefined, text: string): string =>
  `${label(cell)}: refused for ${refusedFor}, expected ${expected(cell)}: ${text.slice(0, QUOTED)}`;

/** Tries all cells and tells which differ from the table. */
async function differences(cells: readonly Cell[]): Promise<string[]> {
  const found = await inParallel(cells, AT_A_TIME, async (cell) => {
    const { refusedFor, text } = await probe.use(cell.use, cell.person.userId, cell.target);
    return refusedFor === expected(cell) ? [] : [difference(cell, refusedFor, text)];
  });
  return found.flat();
}

/** Types into an option as everybody, and tells who is suggested what the table does not say. */
async function wrongSuggestions(use: GuardedUse, typing: Typing, full: number): Promise<string[]> {
  const found: string[] = [];
  for (const cell of cellsOf([use])) {
    const { length } = await probe.suggestions(use, cell.person.userId, typing);
    const isRefused = expected(cell) !== undefined;
    // Where everybody may, by default, what is suggested may be their own.
    const mayDiffer = !isRefused && rows.get(use.node ?? '')?.holder === undefined;
    const should = isRefused ? 0 : full;
    if (length !== should && !mayDiffer)
      found.push(`${label(cell)} ${typing.focused}: ${length} instead of ${should}`);
  }
  return found;
}

test('the samples of components and forms are of those that there are', () => {
  const names = new Set(uses.map(({ plugin, name }) => `${plugin}/${name}`));
  const sampled = [...proofs].flatMap(([plugin, { handlers = {} }]) =>
    Object.keys(handlers).map((name) => `${plugin}/${name}`),
  );

  expect(sampled.filter((name) => !names.has(name))).toEqual([]);
});

test('suggestions are for those who may use the command', { timeout: TIMEOUT_MS }, async () => {
  // What is open to everybody may still suggest to each what they can use.
  const guarded = uses.filter(({ kind, node }) => kind === 'slash' && node !== undefined);
  const wrong = await inParallel(guarded, AT_A_TIME, async (use) => {
    const found: string[] = [];
    const values: Record<string, SlashValues[string]> = { ...probe.valuesBeside(use) };
    for (const { name: focused, autocomplete } of probe.optionsOf(use)) {
      if (!autocomplete) continue;
      const suggested = await probe.suggestions(use, bot.owner.id, { focused, values });
      // Without any, those who are refused would look like those who are not.
      if (suggested.length === 0) found.push(`${use.name} ${focused}: the owner is suggested nothing`);
      found.push(...(await wrongSuggestions(use, { focused, values }, suggested.length)));
      // Later options may depend on it.
      if (suggested[0]) values[focused] = suggested[0].value;
    }
    return found;
  });

  expect(wrong.flat()).toEqual([]);
});

test('commands answer as the table says', { timeout: TIMEOUT_MS }, async () => {
  expect(await differences(cellsOf(uses.filter(isCommand)))).toEqual([]);
});

test('commands typed as messages answer as the table says', { timeout: TIMEOUT_MS }, async () => {
  const typed = cellsOf(textUses(bot, uses));
  const wrong = await inParallel(cast, AT_A_TIME, async ({ userId }) => {
    const talk = new TextTalk(bot, userId, 'typed');
    const found: string[] = [];
    for (const cell of typed.filter(({ person }) => person.userId === userId)) {
      // With a word that hardly any command takes: whoever may use it is told so.
      const { refusedFor, text } = await talk.ask(`${cell.use.name} x`, ANSWER_MS);
      if (refusedFor !== expected(cell)) found.push(difference(cell, refusedFor, text));
    }
    return found;
  });

  expect(wrong.flat()).toEqual([]);
});

test(
  'components and forms answer as the table says, whoever forges them',
  { timeout: TIMEOUT_MS },
  async () => {
    expect(await differences(cellsOf(uses.filter((use) => !isCommand(use))))).toEqual([]);
  },
);

test('commands on the bot and on people above it do nothing to them', { timeout: TIMEOUT_MS }, async () => {
  const powerful = cast.filter(({ name }) => name === 'owner' || name === 'administrator');
  const cells = uses
    .filter(isCommand)
    .flatMap((use) =>
      powerful.flatMap((person) => (['bot', 'high'] as const).map((target) => ({ person, use, target }))),
    );

  expect(await differences(cells)).toEqual([]);
  for (const id of [bot.sandbox.bot.id, scene.highId]) {
    expect(bot.guild.member(id)).toMatchObject({ userId: id });
    expect(bot.guild.member(id)?.timeoutUntil ?? null).toBeNull();
    expect(bot.guild.bans.has(id)).toBe(false);
  }
});

test('nothing went wrong inside', async () => {
  expect(await troublesIn(bot)).toEqual([]);
});
