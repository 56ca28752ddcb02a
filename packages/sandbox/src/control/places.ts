import { ChannelType } from 'discord-api-types/v10';
import type { APIUser } from 'discord-api-types/v10';
import { openDirectChannel } from '../actions/direct-channels.ts';
import type { Player } from '../members/player.ts';
import { canSee } from '../state/standing.ts';
import type { World } from '../state/world.ts';
import { ControlError } from './control-error.ts';

/** Who acts and where, by names or ids. */
export interface PlaceNames {
  readonly as: string;
  /** `@bot` is the direct conversation with the bot; by default the first text channel that the person sees. */
  readonly channel?: string | undefined;
  /** By default the first guild that the person is in. */
  readonly guild?: string | undefined;
}

/** Finds who acts and where. @throws ControlError 404 naming what does not exist */
export function findPlayer(world: World, names: PlaceNames): Player {
  const user = findUser(world, names.as);
  if (names.channel === '@bot') {
    return { world, userId: user.id, channelId: openDirectChannel(world, user.id).id };
  }
  const byId = world.state.channels.get(names.channel ?? '');
  if (byId) return { world, userId: user.id, channelId: byId.id };
  const guild = Array.from(world.state.guilds.values()).find(
    (candidate) =>
      candidate.members.has(user.id) &&
      (names.guild === undefined || candidate.id === names.guild || candidate.name === names.guild),
  );
  if (!guild) throw new ControlError(404, `${user.username} is in no guild "${names.guild ?? ''}"`);
  const wanted = names.channel?.replace(/^#/, '');
  const channel = [...world.channelsOf(guild), ...world.threadsOf(guild)].find((candidate) =>
    wanted === undefined
      ? candidate.type === ChannelType.GuildText && canSee(world, candidate, user.id)
      : candidate.name === wanted,
  );
  if (!channel) throw new ControlError(404, `There is no channel "${wanted ?? ''}" in ${guild.name}`);
  return { world, userId: user.id, channelId: channel.id };
}

/** Finds an account by id or name. @throws ControlError 404 */
export function findUser(world: World, name: string): APIUser {
  const wanted = name.replace(/^@/, '');
  const user =
    world.state.users.get(wanted) ??
    Array.from(world.state.users.values()).find((candidate) => candidate.username === wanted);
  if (!user) throw new ControlError(404, `There is no user "${wanted}"`);
  return user;
}
