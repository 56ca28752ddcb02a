import { startTestBot, textOf, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { quotesPlugin } from '../src/index.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [quotesPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

/** A guild with the plugin on, somebody who may add quotes and somebody who may not. */
async function newScene() {
  const guild = await bot.guild({ enable: ['quotes'] });
  const alice = guild.member({ username: 'alice', permissions: ['ManageMessages'] });
  return { guild, alice, bob: guild.member({ username: 'bob' }) };
}

test('shows a quote that was added', async () => {
  const { alice, bob } = await newScene();
  await alice.slash('quote add', { user: bob, text: 'It works on my machine.' });

  const reply = await bob.slash('quote random');

  expect(reply.text).toBe(`> It works on my machine.\n— <@${bob.id}>`);
});

test('lets only those add quotes who may', async () => {
  const { bob } = await newScene();

  const reply = await bob.slash('quote add', { user: bob, text: 'I am great.' });

  expect(reply.isEphemeral).toBe(true);
  expect((await bob.slash('quote random')).text).toContain('There are no quotes here yet');
});

test('suggests the quotes that contain what is typed', async () => {
  const { alice, bob } = await newScene();
  await alice.slash('quote add', { user: bob, text: 'Hello, world!' });
  await alice.slash('quote add', { user: bob, text: 'Good night.' });

  const choices = await bob.autocomplete('quote show', { quote: 'WORLD' }, 'quote');

  expect(choices.map(({ name }) => name)).toEqual(['Hello, world!']);
  const reply = await bob.slash('quote show', { quote: String(choices[0]?.value) });
  expect(reply.text).toContain('Hello, world!');
});

test('refuses what is no quote', async () => {
  const { bob } = await newScene();

  const reply = await bob.slash('quote show', { quote: 'anything' });

  expect(reply.text).toBe('There is no such quote. Pick one of those that are suggested while you type.');
});

test('the button shows another quote', async () => {
  const { alice, bob } = await newScene();
  await alice.slash('quote add', { user: bob, text: 'One' });
  await alice.slash('quote add', { user: bob, text: 'Two' });
  const first = await bob.slash('quote random');
  const shown = first.text;

  const second = await bob.click(first, 'Another');

  expect(second.text).not.toBe(shown);
  expect(second.text).toMatch(/One|Two/);
});

test('posts a quote of the day where a channel is set', async () => {
  const { guild, alice, bob } = await newScene();
  await alice.slash('quote add', { user: bob, text: 'Ship it.' });
  await guild.owner.slash('config set', { plugin: 'quotes', key: 'channelId', value: guild.channelId });

  await bot.jobs.run('quotes/daily');

  expect(bot.sandbox.messages(guild.channelId).map(textOf).at(-1)).toBe(`> Ship it.\n— <@${bob.id}>`);
});

test('nothing of it runs where it is off', async () => {
  const guild = await bot.guild();

  expect(guild.owner.commands).not.toContain('quote');
});
