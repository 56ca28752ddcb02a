import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import type { Sandbox } from '../src/index.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await startSandbox()));
afterAll(() => sandbox.close());

const GROUPS = [
  { title: 'Core', commands: [{ name: 'help', type: 1 }] },
  {
    title: 'Moderation',
    commands: [
      { name: 'warn', type: 1 },
      { name: 'Warn', type: 2 },
    ],
  },
];

async function put(body: unknown): Promise<{ status: number; error?: string }> {
  const response = await fetch(`${sandbox.url}/control/command-groups`, {
    method: 'PUT',
    body: JSON.stringify(body),
  });
  return { ...((await response.json()) as object), status: response.status };
}

async function groups(): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/control/activity`);
  return ((await response.json()) as { commandGroups: unknown }).commandGroups;
}

test('nothing is known of plugins until a bot has told', async () => {
  expect(await groups()).toEqual([]);
});

test('a bot in this process tells it with a call, in the order that it wants', async () => {
  sandbox.describeCommands(GROUPS);
  expect(await groups()).toEqual(GROUPS);
});

test('a bot in another process tells it over HTTP, in place of what was told before', async () => {
  const [, moderation] = GROUPS;
  expect(await put({ groups: [moderation] })).toEqual({ status: 200 });
  expect(await groups()).toEqual([moderation]);
});

test.each([
  ['no groups', {}],
  ['a group without a title', { groups: [{ title: '', commands: [] }] }],
  ['a title beyond a hundred characters', { groups: [{ title: 'x'.repeat(101), commands: [] }] }],
  ['a command without a name', { groups: [{ title: 'Core', commands: [{ type: 1 }] }] }],
  ['a type that Discord does not have', { groups: [{ title: 'Core', commands: [{ name: 'a', type: 9 }] }] }],
  ['more than is asked for', { groups: [], plugins: [] }],
])('%s is refused, and changes nothing', async (_what, body) => {
  sandbox.describeCommands(GROUPS);
  expect(await put(body)).toMatchObject({ status: 400 });
  expect(await groups()).toEqual(GROUPS);
});

test('a refusal names the place and what is accepted', async () => {
  const { error } = await put({ groups: [{ title: 'Core', commands: [{ name: 'a', type: 9 }] }] });
  expect(error).toMatch(/1\|2\|3\|4[^]*\[0\]\.commands\[0\]\.type/);
});

test('a call is checked as a request is', () => {
  expect(() => sandbox.describeCommands([{ title: '', commands: [] }])).toThrow(/title/);
});
