import type { PluginProof, ProofScene } from '@twi/testing';
import { benchOf } from './bench.ts';
import type { ProofBot } from './proof-bot.ts';

/** Every plugin gets what it needs to have something to suggest and to show. */
export async function sow(
  bot: ProofBot,
  scene: ProofScene,
  proofs: ReadonlyMap<string, PluginProof>,
): Promise<void> {
  const bench = benchOf(bot);
  for (const proof of proofs.values()) await proof.sow?.(bench, scene);
}
