import { expect, test } from 'vitest';
import { startSandbox } from '../../src/index.ts';
import { present } from '../test-bot.ts';
import { GuideBot } from './guide-bot.ts';
import { configOf, play } from './scene.ts';

test("the bot of discord.js's guide deploys its commands and answers them", async () => {
  await using sandbox = await startSandbox();
  await using bot = new GuideBot('discordjs', sandbox, configOf(sandbox));
  expect(await bot.run('deploy-commands.js')).toContain('Successfully reloaded 19 application (/) commands.');
  await bot.start('index.js', 'Ready! Logged in as Twi');
  const alice = play(sandbox, 'alice');

  expect((await alice.slash('ping')).response?.content).toBe('Pong!');
  expect((await alice.slash('ping')).response?.content).toContain('you are on a cooldown');
  expect((await alice.slash('server')).response?.content).toBe(
    'This server is Twi Test Server and has 6 members.',
  );
  const choices = await alice.autocomplete('guide', { query: 'Shard' }, { focused: 'query' });
  expect(choices.map(({ name }) => name)).toEqual(['Sharding: Getting started']);
  expect((await alice.slash('guide', { query: 'threads' })).response?.content).toBe(
    'You searched for threads',
  );
});

test("the guide's ban asks before it bans, and only those see it who may ban", async () => {
  await using sandbox = await startSandbox();
  await using bot = new GuideBot('discordjs', sandbox, configOf(sandbox));
  await bot.run('deploy-commands.js');
  await bot.start('index.js', 'Ready!');
  const mallory = present(sandbox.user('mallory'));
  const alice = play(sandbox, 'alice');

  const asked = await alice.slash('ban', { target: mallory.id, reason: 'spam' });
  expect(asked.response?.content).toBe(`Are you sure you want to ban <@${mallory.id}> for reason: spam?`);
  await bot.idle();
  const confirmed = await alice.click(present(asked.response), 'Confirm Ban');

  expect(confirmed.response?.content).toBe('mallory has been banned for reason: spam');
  expect(sandbox.guilds[0]?.bans.get(mallory.id)).toBe('spam');
  await expect(play(sandbox, 'bob').slash('ban', { target: alice.userId })).rejects.toMatchObject({
    reason: 'unknown-command',
  });
});

test("the bot of Sapphire's guide registers its command and answers it, typed or with a prefix", async () => {
  await using sandbox = await startSandbox();
  await using bot = new GuideBot('sapphire', sandbox, configOf(sandbox));
  await bot.start('src/index.js', 'Successfully logged in as Twi');
  const bob = play(sandbox, 'bob');
  await expect.poll(() => bob.commands().map(({ name }) => name), { timeout: 5_000 }).toContain('ping');

  const exchange = await bob.slash('ping');
  await expect.poll(() => exchange.response?.content).toMatch(/^Pong 🏓! \(Round trip took: \d+ms\.\)$/);
  await bob.send('!ping');

  await expect
    .poll(() => bob.messages().at(-1)?.content, { timeout: 5_000 })
    .toMatch(/^Pong from JavaScript! Time -?\d+ms\.$/);
});
