import type { PluginProof, ProofBench, ProofCast, ProofScene } from '@twi/testing';
import { vi } from 'vitest';

const DONE = /./;
const SOON = { timeout: 15_000, interval: 50 };

/** What the proofs of the whole bot need to cover the plugin. */
export const proof: PluginProof = {
  handlers: {
    'custom-form': { fields: { name: 'x', text: 'x' } },
    quotes: { state: () => '1:x' },
    snooze: { state: () => '1.1h' },
  },
  speaking: ['say'],
  sow,
  leaveTraces,
};

async function sow(
  { play }: ProofBench,
  { ownerId, channelId, victimId, roleId }: ProofScene,
): Promise<void> {
  const owner = play(ownerId, channelId);
  await owner.does('remind me', { when: 'in 30 days', text: 'Tea' }, DONE);
  await owner.does('quote add', { user: victimId, text: 'It works on my machine' }, DONE);
  await owner.does('role-admin add', { role: roleId, category: 'Topics', group: 'News' }, DONE);
  await owner.does('custom add', { name: 'rules', text: 'Be kind' }, DONE);
}

async function leaveTraces(
  { guild, host }: ProofBench,
  { una, channelId, staffId }: ProofCast,
): Promise<void> {
  const mention = `<@${una.id}>`;
  await una.does('remind me', { when: 'in 30 days', text: `Ask ${mention}` }, DONE);
  await una.does('quote add', { user: una.id, text: `I am ${mention}` }, DONE);
  await una.does('custom add', { name: 'una', text: `Ask ${mention}` }, DONE);
  const { id: roleId } = guild.addRole({ name: 'Topic' });
  await vi.waitUntil(() => host.client.guilds.cache.get(guild.id)?.roles.cache.has(roleId), SOON);
  await una.does('role-admin add', { role: roleId, category: 'Topics', description: una.id }, DONE);
  await una.does('role-panel', { channel: staffId }, DONE);
  const { id: messageId } = await una.actor.in(channelId).send('To be pinned');
  await una.actor.contextMenu('Pin', { messageId });
}
