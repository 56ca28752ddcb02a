import type { PluginProof } from '@twi/testing';

/** What the proofs of the whole bot need to cover the plugin. */
export const proof: PluginProof = {};
