import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { GatewayIdentifyData, GatewayResumeData, GatewaySendPayload } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { CloseCode } from './close-code.ts';
import type { Session } from './session.ts';

/** How many payloads a client may send in a minute. Source: Discord's documentation, "Gateway Rate Limiting". */
const MAXIMUM_PAYLOADS_PER_MINUTE = 120;
const MINUTE_MS = 60_000;

/** What a connection asks of the gateway it belongs to. */
export interface ConnectionHost {
  readonly heartbeatIntervalMs: number;
  readonly answersHeartbeats: boolean;
  /** How late HELLO is sent, and IDENTIFY or RESUME answered. */
  readonly delays: { readonly helloMs: number; readonly loginMs: number };
  identify(socket: WebSocket, data: GatewayIdentifyData): Session | undefined;
  resume(socket: WebSocket, data: GatewayResumeData): Session | undefined;
  request(session: Session, payload: GatewaySendPayload): void;
  lost(socket: WebSocket, session: Session | undefined, code: number): void;
}

/** Speaks the gateway protocol on one socket: HELLO, heartbeats, IDENTIFY or RESUME, then requests. */
export function serveConnection(host: ConnectionHost, socket: WebSocket): void {
  let session: Session | undefined;
  let lastHeartbeatAt = Date.now();
  let payloadsSince = { startedAt: Date.now(), count: 0 };

  const checkAlive = setInterval(() => {
    if (Date.now() - lastHeartbeatAt > host.heartbeatIntervalMs * 2) socket.close(CloseCode.SessionTimedOut);
  }, host.heartbeatIntervalMs);

  const later = (delayMs: number, act: () => void): void => {
    if (delayMs === 0) return act();
    setTimeout(() => socket.readyState === socket.OPEN && act(), delayMs);
    return undefined;
  };

  const handle = (payload: GatewaySendPayload): void => {
    switch (payload.op) {
      case Op.Heartbeat:
        lastHeartbeatAt = Date.now();
        if (typeof payload.d === 'number') session?.confirm(payload.d);
        if (host.answersHeartbeats) sendOpcode(socket, Op.HeartbeatAck, null);
        return;
      case Op.Identify:
        if (session?.socket === socket)
          return socket.close(CloseCode.AlreadyAuthenticated, 'Already authenticated.');
        later(host.delays.loginMs, () => (session = host.identify(socket, payload.d)));
        return;
      case Op.Resume:
        if (session?.socket === socket)
          return socket.close(CloseCode.AlreadyAuthenticated, 'Already authenticated.');
        later(host.delays.loginMs, () => (session = host.resume(socket, payload.d)));
        return;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
      case Op.RequestSoundboardSounds:
      case Op.RequestChannelInfo:
        if (!session) return socket.close(CloseCode.NotAuthenticated, 'Not authenticated.');
        host.request(session, payload);
        return;
      default:
        socket.close(CloseCode.UnknownOpcode, 'Unknown opcode.');
    }
  };

  socket.on('message', (raw: Buffer) => {
    if (Date.now() - payloadsSince.startedAt > MINUTE_MS) payloadsSince = { startedAt: Date.now(), count: 0 };
    if (++payloadsSince.count > MAXIMUM_PAYLOADS_PER_MINUTE) {
      return socket.close(CloseCode.RateLimited, 'Rate limited.');
    }
    const payload = parse(raw);
    if (!payload) return socket.close(CloseCode.DecodeError, 'Decode error.');
    try {
      handle(payload);
    } catch {
      // A payload whose fields are not what its opcode promises: Discord calls that a decode error as well.
      socket.close(CloseCode.DecodeError, 'Decode error.');
    }
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    clearInterval(checkAlive);
    host.lost(socket, session, code);
  });
  later(host.delays.helloMs, () =>
    sendOpcode(socket, Op.Hello, { heartbeat_interval: host.heartbeatIntervalMs, _trace: ['sandbox'] }),
  );
}

/** Sends a payload that is no event. */
export function sendOpcode(socket: WebSocket, op: Op, data: unknown): void {
  socket.send(JSON.stringify({ t: null, s: null, op, d: data }));
}

function parse(raw: Buffer): GatewaySendPayload | undefined {
  try {
    const payload: unknown = JSON.parse(raw.toString());
    const isPayload = typeof payload === 'object' && payload !== null && 'op' in payload;
    // -- the opcode decides what is read next; fields of a lying client fail where they are used
    return isPayload ? (payload as GatewaySendPayload) : undefined;
  } catch {
    return undefined;
  }
}
