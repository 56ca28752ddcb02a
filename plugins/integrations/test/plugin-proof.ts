import type { PluginProof } from '@twi/testing';

/** What the proofs of the whole bot need to cover integrations. */
export const proof: PluginProof = {
  handlers: {
    'add-to-gallery': { state: () => '00000000-0000-4000-8000-000000000000' },
    'credentials-form': { state: () => 'google', fields: { 0: 'a-key-that-is-none', 1: 'engine' } },
    find: { state: () => '8::chess' },
    'remove-credentials': { state: () => 'google' },
    wiki: { state: () => '5::chess' },
  },
};
