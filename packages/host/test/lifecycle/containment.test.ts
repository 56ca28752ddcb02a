import path from 'node:path';
import { container } from '@sapphire/pieces';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Host } from '../../src/index.ts';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/plugins');
const STARTS_WITHIN_MS = 60_000;
const WAIT = { timeout: 10_000 };
/** The plugin computes for a time that a busy machine stretches. */
const BLOCKED_MS = 120_000;

let scene: HostScene;
let host: Host;

beforeAll(async () => {
  // The test runner takes errors that nobody catches for failures of the test; here they are the subject.
  process.removeAllListeners('unhandledRejection');
  process.removeAllListeners('uncaughtException');
  scene = await hostScene();
  host = await scene.start({ pluginPaths: [FIXTURES], httpPort: 0 });
  await scene.enable(
    'healthy',
    'handlers-throw',
    'escaping-errors',
    'never-answers',
    'blocks-loop',
    'same-command-first',
  );
}, STARTS_WITHIN_MS);
afterAll(() => scene[Symbol.asyncDispose]());

const failureOf = (id: string): { step: string | undefined; reason: string | undefined } => {
  const { state, failure } = host.plugins.get(id) ?? {};
  expect(state).toBe('failed');
  return { step: failure?.step, reason: failure?.reason };
};

const embedText = (
  message: { embeds?: readonly { description?: string | undefined }[] } | undefined,
): string | undefined => message?.embeds?.[0]?.description;

const storedErrors = () =>
  host.database.db.selectFrom('core.error_logs').select(['pluginId', 'errorType', 'message']).execute();

const storedMessages = async (): Promise<string[]> =>
  (await storedErrors()).map(({ pluginId, message }) => `${pluginId}: ${message}`);

const logged = (text: string): boolean => scene.log.some((line) => line.includes(text));

test.each([
  ['throws-at-import', 'import', 'The plugin "throws-at-import" failed at import: thrown at import'],
  ['throws-in-setup', 'setup', 'The plugin "throws-in-setup" failed at setup: thrown in setup'],
  ['on-load-throws', 'pieces', 'The plugin "on-load-throws" failed at pieces: thrown in onLoad'],
  ['on-load-hangs', 'pieces', 'onLoad of the piece "on-load-hangs/hanging" took longer than 5 s'],
  ['bad-migration', 'migrate', 'no_such_function'],
  ['needs-newer-host', 'order', 'The plugin "needs-newer-host" supports @twi/sdk ^99.0.0; this host has'],
  [
    'needs-missing',
    'order',
    'The plugin "needs-missing" requires "not-installed" ^1.0.0, which is not installed',
  ],
  ['cyclic-a', 'order', '"cyclic-a" → "cyclic-b" → "cyclic-a"'],
  ['cyclic-b', 'order', '"cyclic-a" → "cyclic-b" → "cyclic-a"'],
  ['twin', 'discover', 'claimed by @fixture/twin-one'],
  ['malformed-package', 'discover', 'malformed-package/package.json: "version" must be'],
  ['too-many-commands', 'commands', '101 slash commands of 100'],
  [
    'same-command-second',
    'commands',
    'The plugins "same-command-second" and "same-command-first" both have "same"',
  ],
])('keeps %s out and says why', (id, step, reason) => {
  expect(failureOf(id)).toEqual({ step, reason: expect.stringContaining(reason) });
  expect(logged(reason.replaceAll('"', String.raw`\"`))).toBe(true);
});

test('loads everything else', () => {
  const loaded = host.plugins.list().filter(({ state }) => state === 'loaded');

  expect(
    loaded
      .map(({ id }) => id)
      .filter((id) => id !== 'core')
      .toSorted(),
  ).toEqual([
    'blocks-loop',
    'escaping-errors',
    'handlers-throw',
    'healthy',
    'never-answers',
    'same-command-first',
  ]);
});

test('leaves nothing of a plugin that did not load', async () => {
  for (const store of container.stores.values())
    for (const piece of store.values()) expect(piece.name).not.toMatch(/^(?:on-load|never-seen|many-)/);
  expect(container.stores.get('commands').has('never-seen-either')).toBe(false);
  expect(host.client.listeners('messageCreate').map(({ name }) => name)).toHaveLength(
    container.stores.get('listeners').filter(({ event }) => event === 'messageCreate').size,
  );
  const { rows } =
    await sql`select from pg_tables where schemaname = 'bad_migration' and tablename = 'things'`.execute(
      host.database.db,
    );
  expect(rows).toEqual([]);
});

test('gives the command that two plugins want to the first', async () => {
  expect((await scene.owner.slash('same')).response?.content).toBe('The first one.');
});

test.each(['anything', 'deferred'])('answers for a command that throws (%s)', async (how) => {
  const exchange = await scene.owner.slash('throw', { how });

  expect(embedText(exchange.response)).toMatch(/Something went wrong on my side \(id `[0-9a-f]{8}`\)/);
});

test('answers for a context menu that throws', async () => {
  const exchange = await scene.owner.contextMenu('Throw', { userId: scene.owner.userId });

  expect(embedText(exchange.response)).toContain('Something went wrong');
});

test('offers nothing where autocomplete throws', async () => {
  expect(await scene.owner.autocomplete('throw', {}, { focused: 'how' })).toEqual([]);
});

test('answers for a button that throws', async () => {
  const { response } = await scene.owner.slash('throw', { how: 'button' });
  if (!response) throw new Error('There is no message with the button.');

  const exchange = await scene.owner.click(response, 'Throw');

  expect(embedText(exchange.response ?? exchange.followups[0])).toContain('Something went wrong');
});

test('answers for a modal that throws', async () => {
  const { modal } = await scene.owner.slash('throw', { how: 'modal' });
  if (!modal) throw new Error('There is no modal.');

  const exchange = await scene.owner.submit(modal, { text: 'x' });

  expect(embedText(exchange.response)).toContain('Something went wrong');
});

test('answers for a precondition that throws, and does not run the command', async () => {
  const exchange = await scene.owner.slash('guarded');

  expect(embedText(exchange.response)).toContain('Something went wrong');
});

test('records a listener that throws', async () => {
  await scene.owner.send('hello');

  await expect.poll(() => logged('thrown in a listener'), WAIT).toBe(true);
});

test('records a job that throws', async () => {
  await scene.owner.slash('throw', { how: 'job' });

  await expect.poll(() => logged('thrown in a job'), WAIT).toBe(true);
});

test('answers a request to a route that throws without telling why', async () => {
  const response = await fetch(
    `http://127.0.0.1:${host.httpPort}/plugins/handlers-throw/throw/${scene.guild.id}`,
  );

  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('thrown');
  expect(logged('thrown in a route')).toBe(true);
});

test('survives errors that nobody catches, and names their plugin', async () => {
  expect((await scene.owner.slash('escape')).response?.content).toBe('Answered.');

  await expect
    .poll(() => logged('rejected and not awaited') && logged('thrown in a timer of its own'), WAIT)
    .toBe(true);
  const lines = scene.log.filter((line) => /rejected and not awaited|thrown in a timer/.test(line));
  expect(lines).toEqual(lines.map(() => expect.stringContaining('escaping-errors')));
});

test('answers for a command that never does', async () => {
  expect(embedText((await scene.owner.slash('never')).response)).toContain('That took too long');
});

test('names the plugin that blocks the event loop, and goes on', { timeout: BLOCKED_MS }, async () => {
  const exchange = await scene.owner.slash('block');
  expect((await exchange.settled()).response?.content).toBe('Done.');

  await expect
    .poll(storedErrors, WAIT)
    .toContainEqual(expect.objectContaining({ pluginId: 'blocks-loop', errorType: 'LoopBlockedError' }));
});

test('keeps every error with its plugin', async () => {
  const expected = [
    'handlers-throw: thrown in a command',
    'handlers-throw: thrown after deferring',
    'handlers-throw: thrown in a context menu',
    'handlers-throw: thrown in autocomplete',
    'handlers-throw: thrown in a button',
    'handlers-throw: thrown in a modal',
    'handlers-throw: thrown in a precondition',
    'handlers-throw: thrown in a listener',
    'handlers-throw: thrown in a job',
    'handlers-throw: thrown in a route',
    'escaping-errors: rejected and not awaited',
    'escaping-errors: thrown in a timer of its own',
  ];

  await expect.poll(storedMessages, WAIT).toEqual(expect.arrayContaining(expected));
});

test('keeps a piece out that gets ready too late', async () => {
  await expect.poll((): unknown => Reflect.get(globalThis, 'onLoadEndedLate'), WAIT).toBe(true);

  expect(container.stores.get('listeners').has('on-load-hangs/hanging')).toBe(false);
  await scene.owner.send('nobody of that plugin hears this');
  expect(logged('a listener of a plugin that is not loaded ran')).toBe(false);
});

test('still answers through the healthy plugin', async () => {
  expect((await scene.owner.slash('healthy')).response?.content).toBe('I am well.');
});
