import type { MemberActor, Sandbox, SandboxGuild } from '@twi/sandbox';
import type { Random } from './random.ts';

const TALKS = ['talk-1', 'talk-2', 'talk-3'] as const;
/** Where the bot posts by itself: what its feed brings, reposts, what was starred, cases. */
const BOARDS = ['news', 'art', 'board', 'log'] as const;
const STAFF = 3;
const MEMBERS = 12;
const VICTIMS = 24;
const PERMISSIONS = [
  'ModerateMembers',
  'KickMembers',
  'BanMembers',
  'ManageMessages',
  'ManageGuild',
] as const;

/** A server with people in it. */
export class Stage {
  readonly guild: SandboxGuild;
  /** Ids of the channels in which people talk. */
  readonly talks: readonly string[];
  readonly members: readonly string[];
  readonly staff: readonly string[];
  /** Who takes back whatever they do. */
  readonly doubterId: string;
  /** A role that everybody may give themselves. */
  readonly roleId: string;
  readonly #sandbox: Sandbox;
  readonly #random: Random;
  /** People who can be banned; whoever is leaves the list until they are back. */
  readonly #victims: string[];
  #before: Promise<void> = Promise.resolve();

  constructor(sandbox: Sandbox, random: Random, name: string) {
    this.#sandbox = sandbox;
    this.#random = random;
    this.guild = sandbox.createGuild({ name });
    this.talks = TALKS.map((talk) => this.guild.addChannel({ name: talk }).id);
    for (const board of BOARDS) this.guild.addChannel({ name: board });
    this.roleId = this.guild.addRole({ name: 'Player', position: 1 }).id;
    const staffRole = this.guild.addRole({ name: 'Staff', permissions: PERMISSIONS, position: 2 });
    this.staff = this.#people('staff', STAFF, [staffRole.id]);
    const [doubterId] = this.#people('doubter', 1, [staffRole.id]);
    this.doubterId = doubterId ?? '';
    this.members = this.#people('member', MEMBERS);
    this.#victims = this.#people('victim', VICTIMS);
  }

  get id(): string {
    return this.guild.id;
  }

  /** @throws RangeError for a name that no channel has */
  channelId(name: (typeof BOARDS)[number]): string {
    const channel = this.guild.channel(name);
    if (!channel) throw new RangeError(`There is no channel "${name}".`);
    return channel.id;
  }

  /** Somebody in one of the channels in which people talk. */
  actor(userId: string): MemberActor {
    return this.#sandbox.as(userId, { channelId: this.#random.pick(this.talks) });
  }

  get owner(): MemberActor {
    return this.actor(this.guild.ownerId);
  }

  pickMember(): string {
    return this.#random.pick(this.members);
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    return this.#random.pick(list);
  }

  /** Somebody who is not banned, and nobody else's until {@link release}. */
  takeVictim(): string {
    return this.#victims.shift() ?? this.#people(`late-victim-${this.guild.members.length}-`, 1)[0] ?? '';
  }

  /** Lets a victim come back, if they are not banned any more. @returns whether they did */
  release(userId: string): boolean {
    if (this.guild.bans.has(userId)) return false;
    if (!this.guild.member(userId)) this.guild.addMember(userId);
    this.#victims.push(userId);
    return true;
  }

  /** Does something after whatever else was given here before has ended. */
  oneAtATime(work: () => Promise<void>): Promise<void> {
    const done = this.#before.then(work);
    this.#before = done.catch(() => undefined); // -- whoever gave it is told
    return done;
  }

  #people(role: string, count: number, roleIds: readonly string[] = []): string[] {
    return Array.from({ length: count }, (_, index) => {
      const { id } = this.#sandbox.createUser({ username: `${role}${index}` });
      this.guild.addMember(id, { roleIds: [...roleIds] });
      return id;
    });
  }
}
