import { type MemberActor } from '@twi/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { powerProblems } from '../../src/core/power-problems.ts';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

let scene: HostScene;
let owner: MemberActor;

beforeAll(async () => {
  scene = await hostScene();
  owner = scene.owner;
  await scene.start();
}, 60_000);
afterAll(() => scene[Symbol.asyncDispose]());

test('a bot that may do everything needed has none', async () => {
  const guild = await scene.host.client.guilds.fetch(scene.guild.id);

  expect(powerProblems(['SendMessages', 'BanMembers'], guild)).toEqual([]);
});

test('permissions that it lacks are named as in Discord’s settings', async () => {
  const guild = await scene.host.client.guilds.fetch(scene.guild.id);

  expect(powerProblems(['ManageEvents', 'ViewAuditLog'], guild).join()).toContain('I lack Manage Events');
});

test('a role below all others makes moderation powerless, and nothing else', async () => {
  const bottom = scene.sandbox.createGuild({ name: 'Bottom', ownerId: owner.userId });
  bottom.addRole({ name: 'Member', position: 100 });
  const guild = await scene.host.client.guilds.fetch(bottom.id);

  expect(powerProblems(['BanMembers'], guild)).toEqual([expect.stringContaining('stands below all others')]);
  expect(powerProblems(['SendMessages'], guild)).toEqual([]);
});
