import { renderChannel } from '../state/render-channel.ts';
import { renderMember } from '../state/member.ts';
import { renderRole } from '../state/role.ts';
import type { World } from '../state/world.ts';

/** Shows who and what exists, for tools that let people choose. */
export function stateView(world: World): object {
  const guilds = Array.from(world.state.guilds.values(), (guild) => ({
    id: guild.id,
    name: guild.name,
    ownerId: guild.ownerId,
    hasBot: guild.members.has(world.botId),
    roles: Array.from(guild.roles.values(), renderRole),
    channels: [...world.channelsOf(guild), ...world.threadsOf(guild)].map((channel) =>
      renderChannel(world, channel),
    ),
    members: Array.from(guild.members.values(), (member) => renderMember(member, world.user(member.userId))),
  }));
  const { id, name } = world.state.application;
  return { application: { id, name, botId: world.botId }, users: [...world.state.users.values()], guilds };
}
