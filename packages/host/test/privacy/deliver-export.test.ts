import type { MemberActor } from '@twi/sandbox';
import type { APIMessage } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';
import { answer, text } from './answers.ts';

let scene: HostScene;
let people = 0;

beforeAll(async () => {
  scene = await hostScene();
  await scene.start();
}, 60_000);
afterAll(() => scene[Symbol.asyncDispose]());

function newcomer(): MemberActor {
  const { id } = scene.sandbox.createUser({ username: `person${(people += 1)}` });
  scene.guild.addMember(id);
  return scene.sandbox.as(id, { channelId: scene.guild.channel('general')?.id ?? '' });
}

const namesOf = ({ attachments }: APIMessage): string[] => attachments.map(({ filename }) => filename);

test('the export comes by direct message', async () => {
  const member = newcomer();
  await scene.host.database.ensureUser(member.userId);

  const message = await answer(member.slash('privacy export'));

  expect(text(message)).toBe('I sent you a file by direct message.');
  expect((message.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
  const [sent] = scene.sandbox.directMessages(member.userId);
  expect(sent && namesOf(sent)).toEqual(['my-data.json']);
  const response = await fetch(sent?.attachments[0]?.url ?? '');
  const { userId, data } = (await response.json()) as { userId: string; data: { table: string }[] };
  expect(userId).toBe(member.userId);
  expect(data.map(({ table }) => table)).toContain('users');
});

test('where direct messages are closed, it is an attachment that the person alone sees', async () => {
  const member = newcomer();
  scene.sandbox.setDirectMessages(member.userId, false);

  const message = await answer(member.slash('privacy export'));

  expect(text(message)).toContain('Your direct messages are closed, so you get it here.');
  expect((message.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
  expect(namesOf(message)).toEqual(['my-data.json']);
});

test('whoever has nothing kept is told so', async () => {
  const nobody = newcomer();
  const question = await answer(nobody.slash('privacy erase', { confirm: 'erase' }));

  // What is kept by now is the wait for the command itself.
  expect(text(question)).toMatch(/Nothing is kept about you|cooldowns/);
});

test('it cannot be asked for again and again', async () => {
  const member = newcomer();
  for (let use = 0; use < 5; use += 1) await answer(member.slash('privacy export'));

  const refused = await answer(member.slash('privacy export'));

  expect(namesOf(refused)).toEqual([]);
  expect(scene.sandbox.directMessages(member.userId)).toHaveLength(5);
});
