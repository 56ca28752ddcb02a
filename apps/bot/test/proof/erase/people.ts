import type { MemberActor, SlashValues } from '@twi/sandbox';
import { readAnswer } from '../support/answer.ts';
import type { ProofBot } from '../support/proof-bot.ts';

const STAFF = [
  'ManageGuild',
  'ModerateMembers',
  'KickMembers',
  'BanMembers',
  'ManageMessages',
  'ManageChannels',
  'ManageRoles',
] as const;

/** Somebody who uses the bot. */
export class Person {
  readonly id: string;
  readonly actor: MemberActor;

  constructor(actor: MemberActor) {
    this.id = actor.userId;
    this.actor = actor;
  }

  /** Types a command, and reads all of the answer. */
  async slash(line: string, values: SlashValues = {}): Promise<string> {
    const exchange = await this.actor.slash(line, values);
    return readAnswer(await exchange.settled()).text;
  }

  /** The same, where it has to succeed. @throws {Error} with the answer that was not hoped for */
  async does(line: string, values: SlashValues, hoped: RegExp): Promise<void> {
    const answer = await this.slash(line, values);
    if (!hoped.test(answer)) throw new Error(`/${line} answered "${answer}".`);
  }
}

/** Who plays in the proof. */
export interface Cast {
  readonly una: Person;
  readonly owner: Person;
  readonly bob: Person;
  readonly channelId: string;
  readonly sideId: string;
  readonly staffId: string;
}

/** The person whose data it is about has the powers of the staff, below the owner. */
export function castPeople({ sandbox, guild, owner }: ProofBot): Cast {
  const [channelId = '', sideId = '', staffId = ''] = ['talk', 'side', 'staff'].map(
    (name) => guild.addChannel({ name }).id,
  );
  const role = guild.addRole({ name: 'Staff', permissions: STAFF, position: 1 });
  const join = (username: string, roleIds: readonly string[] = []): Person => {
    const { id } = sandbox.createUser({ username });
    guild.addMember(id, { roleIds });
    return new Person(sandbox.as(id, { channelId }));
  };
  return {
    una: join('una', [role.id]),
    bob: join('bob'),
    owner: new Person(sandbox.as(owner.id, { channelId })),
    channelId,
    sideId,
    staffId,
  };
}
