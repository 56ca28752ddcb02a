import { ban, editMember, removeMember, unban } from '../actions/members.ts';
import { requireOf, requireRankAbove, requireRankAboveRole, roleOf } from '../state/access.ts';
import type { PermissionName } from '../state/access.ts';
import type { GuildRecord } from '../state/guild.ts';
import { memberOf } from '../state/standing.ts';
import { unknown } from '../state/unknown.ts';
import { placeOf } from './player.ts';
import type { Player } from './player.ts';

/** What a moderator does by hand in the client; permissions and ranks hold, and the audit log names them. */
export class ModeratorActions {
  readonly #player: Player;

  constructor(player: Player) {
    this.#player = player;
  }

  /** Bans a user. @throws DiscordError 50013 */
  async ban(userId: string, reason?: string): Promise<void> {
    const guild = this.#require('BanMembers', userId);
    ban(this.#player.world, guild, this.#actor(reason), userId);
  }

  /** Lifts a ban. @throws DiscordError 50013 */
  async unban(userId: string, reason?: string): Promise<void> {
    const guild = this.#require('BanMembers');
    unban(this.#player.world, guild, this.#actor(reason), userId);
  }

  /** Kicks a member. @throws DiscordError 50013 */
  async kick(userId: string, reason?: string): Promise<void> {
    const guild = this.#require('KickMembers', userId);
    removeMember(this.#player.world, guild, userId, this.#actor(reason));
  }

  /** Times a member out for so many milliseconds; null ends a timeout. @throws DiscordError 50013 */
  async timeout(userId: string, durationMs: number | null, reason?: string): Promise<void> {
    const guild = this.#require('ModerateMembers', userId);
    const timeoutUntil = durationMs === null ? null : Date.now() + durationMs;
    const member = memberOf(guild, userId);
    editMember(this.#player.world, guild, this.#actor(reason), { member, changes: { timeoutUntil } });
  }

  /** Gives a role. @throws DiscordError 50013 */
  async addRole(userId: string, roleId: string): Promise<void> {
    this.#changeRoles(userId, roleId, (ids) => [...ids, roleId]);
  }

  /** Takes a role away. @throws DiscordError 50013 */
  async removeRole(userId: string, roleId: string): Promise<void> {
    this.#changeRoles(userId, roleId, (ids) => ids.filter((id) => id !== roleId));
  }

  #changeRoles(userId: string, roleId: string, change: (ids: readonly string[]) => string[]): void {
    const guild = this.#require('ManageRoles');
    requireRankAboveRole(guild, this.#player.userId, roleOf(guild, roleId));
    const member = memberOf(guild, userId);
    const changes = { roleIds: change(member.roleIds) };
    editMember(this.#player.world, guild, this.#actor(), { member, changes });
  }

  #require(permission: PermissionName, targetId?: string): GuildRecord {
    const { guild } = placeOf(this.#player);
    if (!guild) throw unknown('guild');
    requireOf(guild, this.#player.userId, permission);
    if (targetId !== undefined) requireRankAbove(guild, this.#player.userId, targetId);
    return guild;
  }

  #actor(reason?: string) {
    return { userId: this.#player.userId, reason };
  }
}
