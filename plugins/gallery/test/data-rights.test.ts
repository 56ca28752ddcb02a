import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestMember } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { galleryPlugin } from '../src/index.ts';
import { itemOf, newScene } from './gallery-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

async function erase(member: TestMember): Promise<void> {
  const question = await member.slash('privacy erase', { confirm: 'erase' });
  await member.click(question, 'Erase my data');
}

test('what somebody made goes with them, also from the counts, and what they added stays without their name', async () => {
  const { guild, alice, bob } = await newScene(bot);
  await alice.slash('gallery add', {
    title: 'Of Bob',
    url: 'https://example.invalid/1',
    creator: `<@${bob.id}>`,
  });
  await alice.slash('gallery add', {
    title: 'Of Mia',
    url: 'https://example.invalid/2',
    creator: 'Mia',
    tags: 'fanart',
  });

  await erase(bob);
  await erase(alice);

  await expect(itemOf(guild, 1)).rejects.toThrow('There is no item #1');
  expect(await itemOf(guild, 2)).toMatchObject({ title: 'Of Mia', addedBy: null });
  const totals = await container.gallery.statistics.totals({ guildId: guild.id, nsfw: true });
  expect(totals).toMatchObject({
    items: 1,
    tags: [{ name: 'fanart', items: 1 }],
    creators: [{ name: 'Mia', items: 1 }],
  });
});

test('numbers go on after an erasure: none is given twice', async () => {
  const { guild, alice, bob } = await newScene(bot);
  await alice.slash('gallery add', {
    title: 'Of Bob',
    url: 'https://example.invalid/1',
    creator: `<@${bob.id}>`,
  });
  await erase(bob);

  await alice.slash('gallery add', { title: 'Next', url: 'https://example.invalid/2' });

  expect(await itemOf(guild, 2)).toMatchObject({ title: 'Next' });
});

test('an export shows people what they added', async () => {
  const { alice } = await newScene(bot);
  await alice.slash('gallery add', { title: 'Mine alone', url: 'https://example.invalid/1' });

  await alice.slash('privacy export');
  const response = await fetch(alice.directMessages.at(-1)?.attachments[0]?.url ?? '');

  expect(await response.text()).toContain('Mine alone');
});

test('people read and type in their language', async () => {
  const { guild, alice } = await newScene(bot);
  await alice.slash('gallery add', { title: 'Eins', url: 'https://example.invalid/1' });
  const greta = guild.member({ username: 'greta', locale: 'de' });

  expect((await greta.slash('gallery edit', { id: '1', title: 'Zwei' })).text).toBe(
    'Nr. 1 hat jemand anders hinzugefügt. Zum Ändern brauchst du `gallery.manage`.',
  );
});

test('nothing of it answers where it is off', async () => {
  const guild = await bot.guild();

  expect(guild.owner.commands).not.toContain('gallery');
});
