import { GatewayDispatchEvents, GatewayOpcodes, type WebSocketOptions } from 'discord.js';

/** What discord.js hands a strategy to connect shards with. */
export type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** A shard of `@discordjs/ws`, with what it keeps to itself. */
export interface EventfulShard {
  readonly id: number;
  readonly status: number;
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
  emit(event: 'dispatch', payload: { readonly data: Dispatch }): unknown;
}

/** What the gateway sends, as far as it is looked at here. */
interface Dispatch {
  readonly op: GatewayOpcodes;
  readonly t: GatewayDispatchEvents | null;
  readonly s: number;
}

/** `WebSocketShardStatus.Ready` of `@discordjs/ws`. */
const READY = 3;
/** They begin a session, which is not known before. */
const BEGINNINGS: ReadonlySet<GatewayDispatchEvents | null> = new Set([
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.Resumed,
]);

/**
 * Hands events on as they come. discord.js makes several promises for each, since the session could be kept elsewhere; here
 * it is kept in the process.
 */
export function dispatchPromptly(shard: EventfulShard, { options }: Manager): void {
  const onMessage = shard.onMessage.bind(shard);
  let inOrder = 0;

  const later = async (data: unknown, isBinary: boolean): Promise<void> => {
    inOrder += 1;
    try {
      await onMessage(data, isBinary);
    } finally {
      inOrder -= 1;
    }
  };

  const dispatch = (data: Dispatch): boolean => {
    const session = options.retrieveSessionInfo(shard.id);
    if (!session || 'then' in session) return false;
    if (data.s > session.sequence) void options.updateSessionInfo(shard.id, { ...session, sequence: data.s });
    shard.emit('dispatch', { data });
    return true;
  };

  shard.onMessage = async (data, isBinary) => {
    // Nothing overtakes what began before.
    if (inOrder > 0 || isBinary || shard.status !== READY) return later(data, isBinary);
    const payload = dispatchOf(data);
    if (!payload || !dispatch(payload)) return later(data, isBinary);
  };
}

/** An event in the middle of a session. */
function dispatchOf(data: unknown): Dispatch | undefined {
  try {
    const payload = JSON.parse(String(data)) as Dispatch; // -- what the gateway sends
    return payload.op === GatewayOpcodes.Dispatch && !BEGINNINGS.has(payload.t) ? payload : undefined;
  } catch {
    // discord.js passes over what is none of its messages.
    return undefined;
  }
}
