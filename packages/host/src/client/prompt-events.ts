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
  let underWay = 0;

  const dispatchLater = async (data: unknown, isBinary: boolean): Promise<void> => {
    underWay += 1;
    try {
      await onMessage(data, isBinary);
    } finally {
      underWay -= 1;
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
    const payload = isBinary ? undefined : parsed(data);
    // What greets and beats goes on for long, and no event waits for it.
    if (payload?.op !== GatewayOpcodes.Dispatch) return onMessage(data, isBinary);
    // Nothing overtakes what began before.
    const isPrompt = underWay === 0 && shard.status === READY && !BEGINNINGS.has(payload.t);
    if (!isPrompt || !dispatch(payload)) return dispatchLater(data, isBinary);
  };
}

function parsed(data: unknown): Dispatch | undefined {
  try {
    return JSON.parse(String(data)) as Dispatch; // -- what the gateway sends
  } catch {
    // discord.js passes over what is none of its messages.
    return undefined;
  }
}
