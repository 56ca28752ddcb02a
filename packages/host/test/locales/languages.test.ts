import { Locale, type APIMessage } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';
import { greeterPlugin } from './greeter-plugin.ts';

let bench: Bench;
let place: BenchGuild;
beforeAll(async () => {
  bench = await startBench([greeterPlugin]);
  place = await benchGuild(bench, ['greeter']);
});
afterAll(() => bench[Symbol.asyncDispose]());

const words = (message: APIMessage | undefined): string | undefined => message?.embeds[0]?.description;

/** What somebody whose client speaks a language is answered. */
async function greet(locale: `${Locale}`, options: Record<string, string> = {}): Promise<string | undefined> {
  const { member } = place;
  bench.sandbox.setLanguage(member.userId, locale);
  return words((await member.slash('greet', { name: 'you', ...options })).response);
}

test.each([
  ['de', 'Hallo, you!'],
  ['es-ES', '¡Hola, you!'],
  // Discord has two kinds of Spanish.
  ['es-419', '¡Hola, you!'],
  ['en-GB', 'Hello, you!'],
  ['fr', 'Hello, you!'],
] as const)('a person whose client speaks %s reads %j', async (locale, expected) => {
  expect(await greet(locale)).toBe(expected);
});

test('what a language lacks is said in English', async () => {
  expect(await greet('de', { how: 'english' })).toBe('Not translated.');
});

test('phrases inside of others follow the language, and numbers its customs', async () => {
  expect(await greet('de', { how: 'drinks' })).toBe('Du hast ein Getränk. Du hast 1.234 Getränke.');
  expect(await greet('fr', { how: 'drinks' })).toBe('You have one drink. You have 1,234 drinks.');
});

test('a refusal reaches each person in their language', async () => {
  expect(await greet('de', { how: 'late' })).toBe('Für Tee ist es zu spät.');
  expect(await greet('en-US', { how: 'late' })).toBe('It is too late for tea.');
});

test('what people type is never read as a placeholder or another text', async () => {
  const typed = '$t(greeter:tea) {{name}} <b>&';
  expect(await greet('de', { name: typed })).toBe(`Hallo, ${typed}!`);
});

test('what looks like a reference without an end takes no time', async () => {
  const typed = `$t(${'x'.repeat(80)}`;
  expect(await greet('de', { name: typed })).toBe(`Hallo, ${typed}!`);
});

test('a text that no language has is its key, and is logged once', async () => {
  expect(await greet('de', { how: 'broken' })).toContain('nothing');
  await greet('fr', { how: 'broken' });
  expect(bench.lines.filter((line) => line.includes('has the text'))).toHaveLength(1);
});

test('what everybody reads follows the language of the guild, within a second of its change', async () => {
  expect(await greet('de', { how: 'aloud' })).toBe('Hello, you!');

  const owner = bench.sandbox.as(place.guild.ownerId, { channelId: place.channelId });
  await owner.slash('config set', { plugin: 'core', key: 'locale', value: 'de' });

  await vi.waitFor(async () => expect(await greet('fr', { how: 'aloud' })).toBe('Hallo, you!'), {
    timeout: 1_000,
  });
});

test.each([
  ['', 'Hallo, you!'],
  // The host's own answer speaks it, too.
  ['how:late', 'Für Tee ist es zu spät.'],
])('who types a command (greet %s) is answered in the language of the guild', async (how, expected) => {
  const { member, channelId } = place;
  const line = `<@${bench.host.client.user.id}> greet ${how} name:you`;
  const { id } = await member.send(line);

  const answer = () =>
    bench.sandbox.messages(channelId).find(({ message_reference: to }) => to?.message_id === id);
  await vi.waitFor(() => expect(words(answer())).toBe(expected));
});

test('Discord is told what commands, options and choices are called, and the picker shows it', () => {
  const { member } = place;
  bench.sandbox.setLanguage(member.userId, Locale.German);

  const command = member.commands().find(({ name }) => name === 'greet');

  expect(command).toMatchObject({
    description: 'Begrüßt dich.',
    options: [
      {
        name: 'how',
        description: 'Auf welche Art',
        choices: expect.arrayContaining([expect.objectContaining({ name: 'laut' })]),
      },
      { name: 'name', description: 'Whom' },
    ],
  });
});

test('the words of a plugin go and come back with it', async () => {
  const { plugins } = bench.host;
  await plugins.reload('greeter');
  expect(await greet('de')).toBe('Hallo, you!');
});
