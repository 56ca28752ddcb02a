import { container } from '@sapphire/pieces';
import type { PluginProof, ProofBench, ProofCast } from '@twi/testing';
import { vi } from 'vitest';

/** Nobody's id; the name of an emoji may hold somebody's. */
const EMOJI_ID = '900000000000000001';
const SOON = { timeout: 15_000, interval: 50 };

/** What the proofs of the whole bot need to cover the statistics. */
export const proof: PluginProof = {
  handlers: {
    backfill: { state: ({ sideId }) => `stop:${sideId}:1` },
    leaderboard: { state: () => 'users.7.0.p' },
    'opt-out': { state: () => 'no' },
  },
  leaveTraces,
};

/** They write, react and talk, ask for the past of a channel, and want not to be counted in another server. */
async function leaveTraces(bench: ProofBench, cast: ProofCast): Promise<void> {
  await container.stats.flush();
  await talk(bench, cast);
  const { una, bob } = cast;
  const emoji = `<:n${una.id}:${EMOJI_ID}>`;
  await bob.actor.react(await una.actor.send(`Hello ${emoji}`), '👋');
  await una.actor.react(await bob.actor.send('Hello una'), '👋');
  const guildId = bench.guild.id;
  await container.stats.backfills.ask({ guildId, channelId: cast.channelId, days: 7, askedBy: una.id });
  const elsewhere = bench.sandbox.createGuild({ name: 'Elsewhere', ownerId: cast.owner.id });
  await container.stats.optOuts.optOut(elsewhere.id, una.id);
  await container.stats.flush();
}

/** Stays are written when they are looked at; who is still there is counted again after they were erased. */
async function talk({ guild, host }: ProofBench, { una, bob }: ProofCast): Promise<void> {
  const { id: lounge } = guild.addChannel({ name: 'Lounge', type: 2 });
  const states = () => host.client.guilds.cache.get(guild.id)?.voiceStates.cache;
  const inLounge = () => states()?.filter(({ channelId }) => channelId === lounge).size ?? 0;
  for (const { actor } of [una, bob]) await actor.voice.join(lounge);
  await vi.waitUntil(() => inLounge() === 2, SOON);
  await container.stats.flush();
  for (const { actor } of [una, bob]) await actor.voice.leave();
  await vi.waitUntil(() => inLounge() === 0, SOON);
  await container.stats.flush();
}
