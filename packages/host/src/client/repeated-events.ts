import { type Client, GatewayDispatchEvents as Events, Status } from 'discord.js';
import { RecentKeys } from './recent-keys.ts';

/** Repetitions come within seconds; this many events are minutes of a busy bot. */
const CAPACITY = 5_000;

/** An event of Discord's gateway, as far as it is looked at here. */
interface Packet {
  readonly t: string;
  readonly d: Readonly<Record<string, unknown>>;
}

/** What discord.js keeps to itself. */
interface PacketHandler {
  readonly status: Status;
  handlePacket(packet?: Packet, shard?: unknown): boolean;
}

/** What happens once in the life of what it is about, by event: what tells it from all others of its kind. */
const ONCE: Readonly<Record<string, (data: Packet['d']) => string>> = {
  [Events.MessageCreate]: idOf,
  [Events.InteractionCreate]: idOf,
  [Events.GuildAuditLogEntryCreate]: idOf,
  [Events.GuildMemberAdd]: ({ guild_id, user, joined_at }) =>
    `${guild_id as string} ${(user as { id: string }).id} ${joined_at as string}`,
};

/**
 * Drops events that Discord sends a second time, as it may when connections are resumed, before anything is made of them: a
 * command would run twice, a message count twice.
 */
export function dropRepeatedEvents(client: Client): void {
  const seen = new Map(Object.keys(ONCE).map((event) => [event, new RecentKeys(CAPACITY)]));
  const manager = client.ws as unknown as PacketHandler; // -- not in discord.js's types
  const handlePacket = manager.handlePacket.bind(manager);
  manager.handlePacket = (packet, shard) => {
    const keyOf = packet && ONCE[packet.t];
    // Until all shards are ready events are kept back, and come here again.
    const isNew =
      !keyOf || manager.status !== Status.Ready || seen.get(packet.t)?.add(keyOf(packet.d)) !== false;
    return isNew ? handlePacket(packet, shard) : false;
  };
}

function idOf({ id }: Packet['d']): string {
  return id as string; // -- Discord sends ids as texts
}
