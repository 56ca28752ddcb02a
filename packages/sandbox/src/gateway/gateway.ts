import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { GatewayIntentBits, GatewayOpcodes as Op, PresenceUpdateStatus } from 'discord-api-types/v10';
import type { GatewayIdentifyData, GatewayResumeData, GatewaySendPayload } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { PresenceRecord } from '../state/presence.ts';
import { renderGuildCreate } from '../state/render-guild.ts';
import { shardOf } from '../state/snowflake.ts';
import type { World } from '../state/world.ts';
import { CloseCode } from './close-code.ts';
import { sendOpcode, serveConnection } from './connection.ts';
import type { ConnectionHost } from './connection.ts';
import { EventFaults } from './event-faults.ts';
import { IdentifyLimit } from './identify-limit.ts';
import { ALL_INTENTS, PRIVILEGED_INTENTS, intentsFor } from './intents.ts';
import { LoginLog } from './login-log.ts';
import { guildIdsOf, renderReady, sendGuilds } from './ready.ts';
import { answerRequest, presenceOf } from './requests.ts';
import { SessionBudget } from './session-budget.ts';
import { Session } from './session.ts';
import { tailored } from './tailored.ts';

/** For how long a lost session can be resumed. */
const RESUMABLE_MS = 180_000;
const ONLINE: PresenceRecord = { status: PresenceUpdateStatus.Online, activities: [] };
const NORMAL_CLOSURES: ReadonlySet<number> = new Set([1000, 1001]);

/** Serves the gateway (version 10, JSON) and hands events to the sessions that want them. */
export class Gateway implements ConnectionHost {
  readonly heartbeatIntervalMs: number;
  /** How often each event was sent, by name. */
  readonly dispatched = new Map<string, number>();
  readonly eventFaults = new EventFaults();
  readonly logins = new LoginLog();
  readonly sessionBudget = new SessionBudget();
  answersHeartbeats = true;
  /** Whether each new connection is cut at once. */
  isRefusing = false;
  delays: ConnectionHost['delays'] = { helloMs: 0, loginMs: 0 };
  /** Guilds that an outage has taken away. */
  readonly #out = new Set<string>();
  /** The connections below those of WebSocket. */
  readonly #wires = new WeakMap<WebSocket, Socket>();
  readonly #world: World;
  readonly #identifies: IdentifyLimit;
  readonly #server: WebSocketServer;
  readonly #sessions = new Map<string, Session>();

  constructor(options: {
    world: World;
    server: Server;
    maxConcurrency: number;
    heartbeatIntervalMs: number;
  }) {
    this.#world = options.world;
    this.#identifies = new IdentifyLimit(options.maxConcurrency);
    this.heartbeatIntervalMs = options.heartbeatIntervalMs;
    this.#server = new WebSocketServer({ server: options.server, perMessageDeflate: false });
    // The HTTP server reports its errors to whoever starts it; ws repeats them here.
    this.#server.on('error', () => undefined);
    this.#server.on('connection', (socket, { socket: wire }) => {
      this.#wires.set(socket, wire);
      this.logins.add('connect');
      if (this.isRefusing) return socket.terminate();
      serveConnection(this, socket);
    });
    this.#world.emit = (event, source, guildId) =>
      this.eventFaults.deliver(event, () => this.#dispatch(event, source, guildId));
  }

  get sessions(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  /** Ends every connection without a closing handshake, as a network failure does. */
  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Neither reads nor writes on any connection again, without closing it. */
  freeze(): void {
    for (const socket of this.#server.clients) {
      socket.pause();
      this.#wires.get(socket)?.cork();
    }
  }

  /** Takes a guild away as unavailable, or gives it back. */
  outage(guildId: string, isOut: boolean): void {
    const guild = this.#world.state.guilds.get(guildId);
    if (!guild || this.#out.has(guildId) === isOut) return;
    if (isOut) this.#dispatch('GUILD_DELETE', { id: guildId, unavailable: true }, guildId);
    if (isOut) this.#out.add(guildId);
    else this.#out.delete(guildId);
    if (!isOut) this.#dispatch('GUILD_CREATE', () => renderGuildCreate(this.#world, guild), guildId);
  }

  /** Sends op 9 to every session, which ends there; one that may not be resumed is forgotten. */
  invalidateSessions(isResumable: boolean): void {
    for (const session of this.sessions) {
      const { socket } = session;
      if (!isResumable) this.#sessions.delete(session.id);
      if (!socket) continue;
      sendOpcode(socket, Op.InvalidSession, isResumable);
      session.lose(socket);
    }
  }

  /** Sends op 7 to every session. */
  requestReconnect(): void {
    for (const { socket } of this.#sessions.values()) if (socket) sendOpcode(socket, Op.Reconnect, null);
  }

  /** Ends all connections at once. */
  close(): void {
    this.drop();
    this.#server.close();
  }

  identify(socket: WebSocket, data: GatewayIdentifyData): Session | undefined {
    this.logins.add('identify');
    const refusal = this.#identifyRefusal(data);
    if (refusal) {
      socket.close(...refusal);
      return undefined;
    }
    const shard = data.shard ?? [0, 1];
    if (!this.#identifies.take(shard) || !this.sessionBudget.take()) {
      sendOpcode(socket, Op.InvalidSession, false);
      return undefined;
    }
    const session = new Session({
      id: randomBytes(16).toString('hex'),
      intents: data.intents,
      shard,
      socket,
    });
    this.#forgetExpired();
    this.#sessions.set(session.id, session);
    this.#world.presences.set(this.#world.botId, data.presence ? presenceOf(data.presence) : ONLINE);
    const guildIds = guildIdsOf(this.#world, session);
    session.dispatch('READY', renderReady(this.#world, session, guildIds));
    const there = guildIds.filter((id) => !this.#out.has(id));
    if ((data.intents & GatewayIntentBits.Guilds) !== 0) void sendGuilds(this.#world, session, there);
    return session;
  }

  resume(socket: WebSocket, data: GatewayResumeData): Session | undefined {
    this.logins.add('resume');
    if (withoutPrefix(data.token) !== this.#world.state.application.token) {
      socket.close(CloseCode.AuthenticationFailed, 'Authentication failed.');
      return undefined;
    }
    const session = this.#sessions.get(data.session_id);
    if (!session?.canResumeFrom(data.seq)) {
      sendOpcode(socket, Op.InvalidSession, false);
      return undefined;
    }
    session.socket?.close(CloseCode.SessionTimedOut);
    session.resume(socket, data.seq);
    session.dispatch('RESUMED', '{"_trace":["sandbox"]}');
    return session;
  }

  request(session: Session, payload: GatewaySendPayload): void {
    answerRequest(this.#world, session, payload);
  }

  lost(socket: WebSocket, session: Session | undefined, code: number): void {
    if (!session) return;
    session.lose(socket);
    if (NORMAL_CLOSURES.has(code)) this.#sessions.delete(session.id);
    if (this.sessions.every(({ socket: other }) => !other)) this.#world.presences.delete(this.#world.botId);
  }

  #identifyRefusal(data: GatewayIdentifyData): [code: number, reason: string] | undefined {
    const { application } = this.#world.state;
    if (withoutPrefix(data.token) !== application.token) {
      return [CloseCode.AuthenticationFailed, 'Authentication failed.'];
    }
    const [id, count] = data.shard ?? [0, 1];
    if (!(count >= 1 && id >= 0 && id < count)) return [CloseCode.InvalidShard, 'Invalid shard.'];
    if (typeof data.intents !== 'number' || (data.intents & ~ALL_INTENTS) !== 0) {
      return [CloseCode.InvalidIntents, 'Invalid intent(s).'];
    }
    if ((data.intents & PRIVILEGED_INTENTS & ~application.privilegedIntents) !== 0) {
      return [CloseCode.DisallowedIntents, 'Disallowed intent(s).'];
    }
    return undefined;
  }

  #forgetExpired(): void {
    for (const session of this.#sessions.values()) {
      if (session.lostAt !== undefined && Date.now() - session.lostAt > RESUMABLE_MS) {
        this.#sessions.delete(session.id);
      }
    }
  }

  #dispatch(event: string, source: object | (() => object), guildId: string | undefined): void {
    if (guildId !== undefined && event !== 'GUILD_DELETE' && !this.#isBotIn(guildId)) return;
    if (guildId !== undefined && this.#out.has(guildId)) return;
    const needed = intentsFor(event, guildId !== undefined);
    let data: object | undefined;
    let json: string | undefined;
    for (const session of this.#sessions.values()) {
      if (!this.#wants(session, needed, guildId)) continue;
      data ??= typeof source === 'function' ? (source as () => object)() : source;
      const shown = tailored(this.#world.botId, event, data, session.intents);
      if (shown === data) session.dispatch(event, (json ??= JSON.stringify(data)));
      else session.dispatch(event, JSON.stringify(shown));
      this.dispatched.set(event, (this.dispatched.get(event) ?? 0) + 1);
    }
  }

  /** The bot hears nothing of guilds that it is not in, the role that is being made for it included. */
  #isBotIn(guildId: string): boolean {
    return this.#world.state.guilds.get(guildId)?.members.has(this.#world.botId) ?? false;
  }

  #wants(session: Session, needed: number, guildId: string | undefined): boolean {
    if (needed !== 0 && (session.intents & needed) === 0) return false;
    const [id, count] = session.shard;
    return guildId === undefined ? id === 0 : count === 1 || shardOf(guildId, count) === id;
  }
}

function withoutPrefix(token: string): string {
  return token.replace(/^Bot\s+/i, '');
}
