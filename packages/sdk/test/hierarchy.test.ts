import type { GuildMember } from 'discord.js';
import { expect, test } from 'vitest';
import { hierarchyProblem } from '../src/index.ts';

const BOT = '1';
const OWNER = '2';

function guildOf(ranks: Record<string, number>): (id: string) => GuildMember {
  const members = new Map<string, GuildMember>();
  const guild = { ownerId: OWNER, members: { me: undefined as GuildMember | undefined } };
  for (const [id, position] of Object.entries(ranks)) {
    const highest = {
      position,
      comparePositionTo: (other: { position: number }) => position - other.position,
    };
    // The rule reads ids and positions only, so a member is no more than that here.
    members.set(id, {
      id,
      guild,
      client: { user: { id: BOT } },
      roles: { highest },
    } as unknown as GuildMember);
  }
  guild.members.me = members.get(BOT);
  return (id) => members.get(id)!;
}

const member = guildOf({ [BOT]: 5, [OWNER]: 1, moderator: 3, peer: 3, low: 1, high: 9, between: 6 });

test.each([
  ['moderator', 'low', undefined],
  ['moderator', 'moderator', 'self'],
  ['moderator', BOT, 'bot'],
  ['moderator', OWNER, 'owner'],
  ['moderator', 'peer', 'outranks-actor'],
  ['moderator', 'high', 'outranks-actor'],
  ['high', 'between', 'outranks-bot'],
  [OWNER, 'moderator', undefined],
  [OWNER, 'high', 'outranks-bot'],
] as const)('%s acting on %s: %s', (actor, target, problem) => {
  expect(hierarchyProblem({ actor: member(actor), target: member(target) })).toBe(problem);
});
