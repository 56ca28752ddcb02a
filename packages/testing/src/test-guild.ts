import type { SandboxGuild } from '@twi/sandbox';
import type { Locale, PermissionsString, Snowflake } from 'discord.js';
import { TestMember } from './test-member.ts';
import type { TestSurroundings } from './test-surroundings.ts';

/** Above every role that there is, the bot's included: positions beyond the top are the top. */
const TOP = 1_000;

export interface TestMemberOptions {
  readonly username?: string;
  /** What a role of their own allows them; without any they have no role. */
  readonly permissions?: readonly PermissionsString[];
  /** Whose highest role theirs stands above; by default it stands below all others. `bot`: above everybody. */
  readonly above?: TestMember | 'bot';
  /** The language of their client, such as `de`. */
  readonly locale?: `${Locale}` | undefined;
  /** Roles that they have besides, for example a peer's. */
  readonly roleIds?: readonly Snowflake[];
}

/** A guild of a test, with one channel. Nothing that other tests do is seen in it. */
export class TestGuild {
  readonly id: Snowflake;
  readonly channelId: Snowflake;
  /** The member who may do everything. */
  readonly owner: TestMember;
  /** The guild in the sandbox, for setting up what has no verb here, and for looking at what became of it. */
  readonly sandbox: SandboxGuild;
  readonly #surroundings: TestSurroundings;

  constructor(surroundings: TestSurroundings, guild: SandboxGuild) {
    this.#surroundings = surroundings;
    this.id = guild.id;
    this.sandbox = guild;
    this.channelId = guild.addChannel({ name: 'general' }).id;
    this.owner = this.#play(guild.ownerId);
  }

  /** Lets a new person join. */
  member({ username, permissions = [], above, locale, roleIds = [] }: TestMemberOptions = {}): TestMember {
    const user = this.#surroundings.sandbox.createUser({
      username: username ?? `member${this.sandbox.members.length}`,
    });
    if (locale) this.#surroundings.sandbox.setLanguage(user.id, locale);
    const own =
      permissions.length > 0 || above
        ? [
            this.sandbox.addRole({
              name: `Role of ${user.username}`,
              permissions,
              position: this.#positionAbove(above),
            }).id,
          ]
        : [];
    this.sandbox.addMember(user.id, { roleIds: [...own, ...roleIds] });
    return this.#play(user.id);
  }

  /** A person who has an account and is not in the guild. */
  stranger(username: string): { readonly id: Snowflake } {
    return this.#surroundings.sandbox.createUser({ username });
  }

  /** Whether a person takes direct messages from the bot. */
  setDirectMessages(member: TestMember, isOpen: boolean): void {
    this.#surroundings.sandbox.setDirectMessages(member.id, isOpen);
  }

  #play(userId: Snowflake): TestMember {
    const actor = this.#surroundings.sandbox.as(userId, { channelId: this.channelId });
    return new TestMember(actor, this.id, this.#surroundings);
  }

  #positionAbove(other: TestMember | 'bot' | undefined): number {
    if (other === undefined) return 1;
    if (other === 'bot') return TOP;
    const ids = this.sandbox.member(other.id)?.roleIds ?? [];
    return (
      Math.max(
        0,
        ...this.sandbox.roles.filter(({ id }) => ids.includes(id)).map(({ position }) => position),
      ) + 1
    );
  }
}
