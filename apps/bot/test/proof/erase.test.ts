import { jobsOfPerson } from '@twi/database';
import type { PluginProof, ProofCast } from '@twi/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type DeclaredColumn, declaredColumns, keptJobs, schemaOf } from './erase/declared.ts';
import { castPeople } from './erase/people.ts';
import { scanColumns, scanRows } from './erase/scan.ts';
import { textOf } from './support/answer.ts';
import { benchOf } from './support/bench.ts';
import { proofsOf } from './support/plugin-proofs.ts';
import { type ProofBot, startProofBot } from './support/proof-bot.ts';

/** What the bot writes down a little later. */
const SOON = { timeout: 15_000, interval: 250 };
/** Statistics of use are written down together; all of these commands were used before. */
const COMMANDS_USED = 20;
/** The row to which what is kept refers. It has no name any more. */
const OWN_ROW = 'core.users.id';
const JOBS = 'pgboss.job';

type Message = Parameters<typeof textOf>[0];

let bot: ProofBot;
let cast: ProofCast;
let traceless: ReadonlySet<string>;
let before: ReadonlyMap<string, number>;
let declared: readonly DeclaredColumn[];

beforeAll(async () => {
  bot = await startProofBot();
  cast = castPeople(bot);
  const proofs = await proofsOf(bot.host);
  traceless = tracelessTables(proofs);
  for (const proof of proofs.values()) await proof.leaveTraces?.(benchOf(bot), cast);
  declared = await declaredColumns(bot);
  before = await settledScan();
}, 120_000);
afterAll(() => bot.close());

function tracelessTables(proofs: ReadonlyMap<string, PluginProof>): ReadonlySet<string> {
  const tables = [...proofs].flatMap(([id, { traceless: reasons = {} }]) =>
    Object.keys(reasons).map((table) => `${schemaOf(id)}.${table}`),
  );
  return new Set(tables);
}

/** Where the person stands when all that waited to be written down is. */
async function settledScan(): Promise<ReadonlyMap<string, number>> {
  const isSettled = async () => {
    const found = await scanColumns(bot.database.handle, cast.una.id);
    return missingIn(found).length === 0 && (found.get('core.command_usages.user_id') ?? 0) >= COMMANDS_USED;
  };
  await vi.waitUntil(isSettled, SOON).catch(() => undefined);
  return scanColumns(bot.database.handle, cast.una.id);
}

/** Tables that say that they name persons, and do not name this one. */
function missingIn(places: ReadonlyMap<string, number>): string[] {
  const tables = new Set([...places.keys()].map((place) => tableOf(place)));
  const missing = declared.filter(({ table }) => !tables.has(table) && !traceless.has(table));
  return [...new Set(missing.map(({ table }) => table))];
}

const tableOf = (place: string): string => place.split('.').slice(0, 2).join('.');
const wordsOf = (place: string): string => place.split('.')[1]?.replaceAll('_', ' ') ?? '';

/** What stands in a message, and in the files with it. */
async function readAll(message: Message | undefined): Promise<string> {
  if (!message) throw new Error('There is no answer.');
  const files = await Promise.all(message.attachments.map(async ({ url }) => (await fetch(url)).text()));
  return [textOf(message), ...files].join('\n');
}

test('using everything leaves a trace in every table that says it names persons', () => {
  expect(missingIn(before)).toEqual([]);
});

test('every column that names the person is declared', () => {
  const places = new Set(declared.map(({ place }) => place));
  const undeclared = [...before.keys()].filter((place) => !places.has(place) && place !== `${JOBS}.data`);
  expect(undeclared).toEqual([]);
});

test('the export holds every row that the whole database holds about the person', async () => {
  const raw = await scanRows(bot.database.handle, cast.una.id);
  await cast.una.does('privacy export', {}, /direct message/);
  const text = await readAll(bot.sandbox.directMessages(cast.una.id).at(-1));

  const { data } = JSON.parse(text.slice(text.indexOf('{'))) as {
    data: { plugin: string; table: string; rows: unknown[] }[];
  };
  const exported = new Map<string, number>();
  for (const { plugin, table, rows } of data) {
    const what = `${plugin}: ${table}`;
    exported.set(what, (exported.get(what) ?? 0) + rows.length);
  }
  const titles = new Map(declared.map(({ table, title }) => [table, title]));
  const fewer = [...raw].flatMap(([table, count]) => {
    const what = `${titles.get(table)}: ${wordsOf(table)}`;
    return table === JOBS || (exported.get(what) ?? 0) >= count ? [] : [`${what}: ${count}`];
  });
  expect(fewer).toEqual([]);
  const planned = [...exported].filter(([what]) => what.includes('planned work'));
  expect(planned.length).toBeGreaterThan(0);
});

test('erasing leaves the person only where a declaration says so, and says so to the person', async () => {
  const exchange = await cast.una.actor.slash('privacy erase', { confirm: 'erase' });
  const question = (await exchange.settled()).response;
  if (!question) throw new Error('Nobody was asked.');
  const done = await cast.una.actor.click(question, 'Erase my data');
  const said = await readAll((await done.settled()).response);

  const after = await scanColumns(bot.database.handle, cast.una.id);
  const stays = said.slice(said.indexOf('What stays'));
  const wrong = [...after.keys()].flatMap((place) => {
    if (place === OWN_ROW || place === `${JOBS}.data`) return [];
    const column = declared.find((candidate) => candidate.place === place);
    if (!column) return [`${place} is not declared`];
    const { rule, title } = column;
    if (typeof rule === 'string') return [`${place} should be gone: ${rule}`];
    const isSaid = stays.includes(`**${title}**, ${wordsOf(place)}: `) && stays.includes(`> ${rule.keep}`);
    return isSaid ? [] : [`${place} stays, and nobody says so`];
  });
  expect(wrong).toEqual([]);
});

test('of planned work, only what is declared to be kept stays, and that is said', async () => {
  const kept = await keptJobs(bot);
  const left = await jobsOfPerson(bot.database.handle.db, cast.una.id);

  expect(left.length).toBeGreaterThan(0);
  expect(left.map(({ name }) => name).filter((name) => !kept.has(name))).toEqual([]);
  const said = await readAll(await plan());
  for (const { name } of left) expect(said).toContain(`> ${kept.get(name)}`);
});

async function plan(): Promise<Message | undefined> {
  const exchange = await cast.una.actor.slash('privacy erase', { confirm: 'erase' });
  return (await exchange.settled()).response;
}
