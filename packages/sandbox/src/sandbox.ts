import type { APIMessage, APIUser, Locale } from 'discord-api-types/v10';
import { describeCommands } from './actions/describe-commands.ts';
import { createGuild } from './actions/create-guild.ts';
import { setLanguage } from './actions/languages.ts';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Login } from './gateway/login-log.ts';
import { MemberActor } from './members/actor.ts';
import type { RecordedRequest, RequestLog } from './rest/request-log.ts';
import { SandboxGuild } from './sandbox-guild.ts';
import type { CommandGroup } from './state/command-group.ts';
import { renderMessage } from './state/render-message.ts';
import { makeUser } from './state/user.ts';
import type { World } from './state/world.ts';

/** What a sandbox is put together from. */
interface SandboxParts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Called after changes that no event and no request announces. */
  readonly onChange: () => void;
  readonly close: () => Promise<void>;
}

/** A running local Discord. */
export class Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What discord.js takes as `rest.api`. */
  readonly apiUrl: string;
  /** The only bot token that is accepted. */
  readonly token: string;
  readonly faults: Faults;
  readonly #parts: SandboxParts;

  constructor(parts: SandboxParts) {
    this.#parts = parts;
    this.url = parts.world.origin;
    this.apiUrl = `${this.url}/api`;
    this.token = parts.world.state.application.token;
    this.faults = parts.faults;
  }

  get application(): { readonly id: string; readonly name: string } {
    const { id, name } = this.#parts.world.state.application;
    return { id, name };
  }

  /** The bot's user. */
  get bot(): APIUser {
    return this.#parts.world.user(this.#parts.world.botId);
  }

  /** All guilds, those included that the bot has left. */
  get guilds(): readonly SandboxGuild[] {
    return Array.from(this.#world.state.guilds.values(), (guild) => new SandboxGuild(this.#world, guild));
  }

  /** All accounts. */
  get users(): readonly APIUser[] {
    return [...this.#world.state.users.values()];
  }

  /** The latest requests of the bot, oldest first. */
  get requests(): readonly RecordedRequest[] {
    return this.#parts.log.list();
  }

  /** How often each gateway event was sent, by name. */
  get dispatched(): ReadonlyMap<string, number> {
    return this.#parts.gateway.dispatched;
  }

  /** When the bot came to the gateway, and whether it began a session or went on with one; oldest first. */
  get logins(): readonly Login[] {
    return this.#parts.gateway.logins.list();
  }

  /** How many gateway sessions are connected. */
  get sessionCount(): number {
    return this.#parts.gateway.sessions.filter((session) => session.socket).length;
  }

  get #world(): World {
    return this.#parts.world;
  }

  /** Finds a guild by its id. */
  guild(id: string): SandboxGuild | undefined {
    const guild = this.#world.state.guilds.get(id);
    return guild && new SandboxGuild(this.#world, guild);
  }

  /** Finds an account by its name. */
  user(username: string): APIUser | undefined {
    return this.users.find((user) => user.username === username);
  }

  /** Forgets the requests recorded so far. */
  clearRequests(): void {
    this.#parts.log.clear();
  }

  /** Creates an account. */
  createUser(options: { username: string; displayName?: string; bot?: boolean }): APIUser {
    const user = makeUser({ id: this.#world.ids.next(), ...options });
    this.#world.state.users.set(user.id, user);
    return user;
  }

  /** Creates a guild without channels; the bot is in it. */
  createGuild({ name, ownerId }: { name: string; ownerId?: string }): SandboxGuild {
    const owner = ownerId ?? this.#world.state.application.ownerId;
    return new SandboxGuild(this.#world, createGuild(this.#world, { name, ownerId: owner }));
  }

  /** Plays a person in a channel. */
  as(userId: string, { channelId }: { channelId: string }): MemberActor {
    return new MemberActor(this.#world, { userId, channelId });
  }

  /** The messages of a channel that everybody there sees, oldest first. */
  messages(channelId: string): APIMessage[] {
    return Array.from(this.#world.state.messages.get(channelId)?.values() ?? [])
      .filter((record) => record.ephemeralFor === undefined)
      .map((record) => renderMessage(this.#world, record));
  }

  /** The direct messages between the bot and a person, oldest first. */
  directMessages(userId: string): APIMessage[] {
    const channelId = this.#world.state.directChannels.get(userId);
    return channelId === undefined ? [] : this.messages(channelId);
  }

  /** Sets whether a person takes direct messages; where they do not, the bot is refused with 50007. */
  setDirectMessages(userId: string, isOpen: boolean): void {
    if (isOpen) this.#world.state.closedDirectMessages.delete(userId);
    else this.#world.state.closedDirectMessages.add(userId);
  }

  /** Sets the language of a person's client: interactions tell it, and the command picker speaks it. */
  setLanguage(userId: string, locale: `${Locale}`): void {
    setLanguage(this.#world, userId, locale);
    this.#parts.onChange();
  }

  /** Sets which privileged intents (bits) the application may ask for; all by default. */
  setPrivilegedIntents(bits: number): void {
    this.#world.state.application.privilegedIntents = bits;
  }

  /**
   * Takes note of which part of the bot, such as a plugin, registers which commands, in place of what was told before.
   * Discord has no place for that; the page groups commands by it.
   *
   * @param groups in the order in which people read them, each with a title of 1-100 characters.
   * @throws ZodError for groups of another shape
   */
  describeCommands(groups: readonly CommandGroup[]): void {
    describeCommands(this.#world, groups);
    this.#parts.onChange();
  }

  /** Saves the state where a file was given, ends all connections and stops listening. */
  close(): Promise<void> {
    return this.#parts.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
