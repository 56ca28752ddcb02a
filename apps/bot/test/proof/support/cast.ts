import { PermissionOverrideRepository } from '@twi/database';
import type { PermissionRow } from '../../support/permission-table.ts';
import type { ProofBot } from './proof-bot.ts';

type Permission = NonNullable<Parameters<ProofBot['guild']['addRole']>[0]['permissions']>[number];

const ADMINISTRATOR = 'Administrator';

/** Somebody who tries everything. */
export interface Person {
  readonly name: string;
  readonly userId: string;
  /** Whether they are to hold a permission, by what the table says of it. */
  readonly holds: (row: PermissionRow) => boolean;
  /** The only nodes that they try; absent: all. */
  readonly tries?: readonly string[];
}

/** Makes the people of the matrix and the overrides that some of them have. */
export async function castOf(bot: ProofBot, rows: readonly PermissionRow[]): Promise<readonly Person[]> {
  const cast = new Casting(bot, rows);
  return [...cast.named(), ...cast.moderators(), ...(await cast.granted()), ...(await cast.denied())];
}

class Casting {
  readonly #bot: ProofBot;
  readonly #rows: readonly PermissionRow[];
  readonly #overrides: PermissionOverrideRepository;

  constructor(bot: ProofBot, rows: readonly PermissionRow[]) {
    this.#bot = bot;
    this.#rows = rows;
    this.#overrides = new PermissionOverrideRepository(bot.database.handle.db);
  }

  named(): Person[] {
    const { owner, botOwner } = this.#bot;
    return [
      { name: 'owner', userId: owner.id, holds: () => true },
      { name: 'owner of the bot', userId: botOwner.id, holds: () => true },
      {
        name: 'administrator',
        userId: this.#join('administrator', [ADMINISTRATOR]).userId,
        holds: () => true,
      },
      { name: 'member', userId: this.#join('member').userId, holds: (row) => this.#isForAll(row) },
    ];
  }

  /** One for each Discord permission that a node belongs to by default, with nothing else. */
  moderators(): Person[] {
    const permissions = new Set(this.#rows.flatMap(({ holder }) => holder ?? []));
    permissions.delete(ADMINISTRATOR);
    return Array.from(permissions, (permission) => ({
      name: `moderator with ${permission}`,
      // -- the table has Discord's names
      userId: this.#join(`with-${permission.toLowerCase()}`, [permission as Permission]).userId,
      holds: (row) => this.#isForAll(row) || row.holder === permission,
    }));
  }

  /** One for each node whose role is granted it. They try another node too. */
  granted(): Promise<Person[]> {
    const persons = this.#rows.map(async ({ node }, index): Promise<Person> => {
      const { userId, roleId } = this.#join(`granted-${node.replace('.', '-')}`, []);
      const other = this.#rows[(index + 1) % this.#rows.length]?.node ?? node;
      await this.#overrides.save({ guildId: this.#bot.guild.id, node, roleId }, 'allow');
      return {
        name: `member who was granted ${node}`,
        userId,
        holds: (row) => row.node === node || this.#isForAll(row),
        tries: [node, other],
      };
    });
    return Promise.all(persons);
  }

  /** One administrator for each node who is denied it. They try another node too. */
  denied(): Promise<Person[]> {
    const persons = this.#rows.map(async ({ node }, index): Promise<Person> => {
      const { userId } = this.#join(`denied-${node.replace('.', '-')}`, [ADMINISTRATOR]);
      const other = this.#rows[(index + 1) % this.#rows.length]?.node ?? node;
      await this.#overrides.save({ guildId: this.#bot.guild.id, node, userId }, 'deny');
      return {
        name: `administrator who was denied ${node}`,
        userId,
        holds: (row) => row.node !== node,
        tries: [node, other],
      };
    });
    return Promise.all(persons);
  }

  /** What no permission is needed for, or one that everybody has. */
  #isForAll({ holder }: PermissionRow): boolean {
    if (holder === undefined) return true;
    const { guild, host } = this.#bot;
    const everyone = host.client.guilds.cache.get(guild.id)?.roles.everyone;
    // -- the table has Discord's names
    return everyone?.permissions.has(holder as Permission) ?? false;
  }

  #join(username: string, permissions: readonly Permission[] = []): { userId: string; roleId: string } {
    const { sandbox, guild } = this.#bot;
    const { id: userId } = sandbox.createUser({ username: username.slice(0, 32) });
    const { id: roleId } = guild.addRole({ name: username, permissions });
    guild.addMember(userId, { roleIds: [roleId] });
    return { userId, roleId };
  }
}
