import type { PluginProof, ProofBench, ProofScene } from '@twi/testing';
import { leaveTraces } from './proof/leave-traces.ts';

/** What the proofs of the whole bot need to cover moderation. */
export const proof: PluginProof = {
  handlers: {
    'automod-edit': { fields: { name: 'x', condition: 'links' } },
    history: { state: ({ victimId }) => `:${victimId}::` },
    'mass-ban': { state: () => 'no:1' },
    purge: { state: () => 'no:1' },
    report: { state: () => 'claim:1' },
    'report-action': { value: 'warn' },
    'report-action-form': { state: () => '1:warn', fields: { reason: 'x', duration: '1h' } },
    'report-form': {
      state: ({ lobbyId, victimMessageId }) => `${lobbyId}:${victimMessageId}:spam`,
      fields: { details: 'x', name: ['shown'] },
    },
    'report-reason': {
      state: ({ lobbyId, victimMessageId }) => `${lobbyId}:${victimMessageId}`,
      value: 'spam',
    },
    'warn-author': {
      state: ({ victimId, lobbyId, victimMessageId }) => `${victimId}:${lobbyId}:${victimMessageId}`,
      fields: { reason: 'x' },
    },
  },
  sow,
  leaveTraces,
};

async function sow({ play }: ProofBench, { ownerId, channelId, victimId }: ProofScene): Promise<void> {
  const owner = play(ownerId, channelId);
  const warning = { user: victimId, reason: 'Spam' };
  const presets = { plugin: 'moderation', key: 'reasonPresets', value: 'Spam; Rude words' };
  await owner.does('config set', presets, /reasonPresets/);
  await owner.does('warn', warning, /^Warned/);
  await owner.does('warn', warning, /^Warned/);
  await owner.does('case delete', { number: 2 }, /#2/);
  await owner.does('automod add', { name: 'Links', trigger: 'Links', action: 'log' }, /Links/);
}
