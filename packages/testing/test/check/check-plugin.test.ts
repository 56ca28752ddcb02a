import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkPlugin, type CheckResult } from '../../src/check/check-plugin.ts';
import { formatReport } from '../../src/check/report.ts';

const TIMEOUT = 60_000;

const broken = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/broken/${name}`, import.meta.url));

/** `where: message` of every fault. */
const faultsIn = (results: readonly CheckResult[]): string[] =>
  results.flatMap(({ faults }) => faults.map(({ where, message }) => `${where}: ${message}`));

test.each([
  ['no-host-range', [/^package\.json: .*"peerDependencies" must name the range of @twi\/sdk/]],
  ['other-host', [/^package\.json: The plugin "other-host" supports @twi\/sdk \^9\.0\.0; this host has/]],
  ['wordy-manifest', [/^manifest: The manifest of "wordy-manifest" is faulty: "description" .*100/]],
  ['many-commands', [/^manifest "pieces\.commands": .*101 slash commands of 100/]],
  ['refused-command', [/^command "sample": Discord refuses "options\.0\.name": /]],
  ['open-button', [/^manifest "pieces\.interactionHandlers\.push": does not say who may use it\./]],
  ['slow-command', [/^command "sample": it is acknowledged after 2\d\d\d ms, of 2000 ms allowed/]],
  ['failing-command', [/^command "sample": it fails by a bug: .*nobody thought of this/s]],
  ['one-way-migration', [/^manifest "migrations\.0001-create-notes": .*left something in the schema/]],
  ['empty-table-only', [/^manifest "migrations\.0002-require-text": .*failed in its "up": .*null values/]],
  ['hidden-person', [/^manifest "tables\.notes": does not name the column "author_id" .* like a person/]],
  ['phantom-column', [/^manifest: .*"tables\.notes" names "writtenBy", but there is no such column/]],
  ['talkative', [/^a guild where the plugin is off: the bot sends POST \/channels\/\d+\/messages/]],
  ['stubborn-button', [/^button "stubborn-button\/push:": it does something where the plugin is off/]],
  [
    'leaky',
    [
      /^index\.js:\d+:\d+: 1 × timer set here/,
      /^event of the client "guildCreate": 1 listener/,
      /^manifest "setup": 1 × TCPServerWrap stays open/,
    ],
  ],
  [
    'packed-badly',
    [
      /^package\.json "keywords": must include "twi-plugin"/,
      /^package\.json "exports\[".*"default"\]": names index\.js, which would not be published/,
      /^package\.json "exports": names no types/,
      /^test\/plugin\.test\.js: would be published/,
    ],
  ],
])('finds what is wrong with "%s", and nothing else', { timeout: TIMEOUT }, async (name, expected) => {
  const faults = faultsIn(await checkPlugin(broken(name)));

  for (const pattern of expected) expect(faults).toContainEqual(expect.stringMatching(pattern));
  expect(faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)))).toEqual([]);
});

test('finds nothing wrong with a plugin that keeps to the rules', { timeout: TIMEOUT }, async () => {
  const results = await checkPlugin(fileURLToPath(new URL('../fixtures/sound', import.meta.url)));

  expect(faultsIn(results)).toEqual([]);
  expect(results.flatMap(({ notes = [] }) => notes)).toEqual([]);
  expect(results.map(({ title }) => title)).toEqual([
    'package.json, manifest and loading',
    'commands, as Discord takes them',
    'who may use components and forms',
    'acknowledgement of every command',
    'silence where the plugin is off',
    'migrations up, down and up again',
    'data rights',
    'nothing left after unloading',
    'keywords',
    'what is published',
  ]);
});

test('says where it looked, what it found and how much', () => {
  const report = formatReport('plugins/sample', [
    { title: 'commands', faults: [] },
    { title: 'data rights', faults: [{ where: 'manifest "tables.notes"', message: 'is missing.' }] },
    { title: 'what is published', faults: [], notes: ['It is not built.'] },
  ]);

  expect(report).toBe(
    [
      'Checking the plugin in plugins/sample',
      '✓ commands',
      '✗ data rights',
      '    manifest "tables.notes": is missing.',
      '✓ what is published',
      '    (It is not built.)',
      '1 fault.',
    ].join('\n'),
  );
});
