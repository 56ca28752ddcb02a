import type { ProofBot } from './proof-bot.ts';

type ChannelType = NonNullable<Parameters<ProofBot['guild']['addChannel']>[0]['type']>;

/** Discord's types of channels that are no threads (Resources › Channel › Channel Types), the most ordinary first. */
const PLACES: readonly ChannelType[] = [0, 2, 4, 5, 13, 15, 16];
/** Those of threads, with the type of the channel that they are in. */
const THREADS = [
  { type: 11, in: 0 },
  { type: 12, in: 0 },
  { type: 10, in: 5 },
] as const;

/** Makes a channel of each type in the server, and tells them by their type. */
export async function channelsOfAllTypes({ guild, host }: ProofBot): Promise<ReadonlyMap<number, string>> {
  const places = PLACES.map((type) => [type, guild.addChannel({ name: `side-${type}`, type }).id] as const);
  const channels = new Map<number, string>(places);
  for (const { type, in: parentType } of THREADS) {
    const thread = await host.client.rest.post(`/channels/${channels.get(parentType)}/threads`, {
      body: { name: `side-${type}`, type },
    });
    const { id } = thread as { readonly id: string }; // -- as Discord answers
    channels.set(type, id);
  }
  return channels;
}
