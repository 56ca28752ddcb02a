import type { ProofCast } from '@twi/testing';
import { Person } from '../support/person.ts';
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

/** The person whose data it is about has the powers of the staff, below the owner. */
export function castPeople({ sandbox, guild, owner }: ProofBot): ProofCast {
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
