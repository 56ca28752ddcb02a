import type { ReceivedFile } from '../actions/attachments.ts';
import { storeFiles } from '../actions/attachments.ts';
import { renderMemberOnly } from '../state/member.ts';
import { renderChannel } from '../state/render-channel.ts';
import { renderAttachment, renderMessage } from '../state/render-message.ts';
import { renderRole } from '../state/role.ts';
import { permissionsIn } from '../state/standing.ts';
import { placeOf } from './player.ts';
import type { Player } from './player.ts';

/** Collects the full objects of everything that an interaction names by id. */
export class Resolved {
  readonly #player: Player;
  readonly #data: Record<string, Record<string, object>> = {};

  constructor(player: Player) {
    this.#player = player;
  }

  /** The collected objects, or nothing where no id was named. */
  toJSON(): object | undefined {
    return Object.keys(this.#data).length === 0 ? undefined : this.#data;
  }

  addUser(id: string): boolean {
    const { world } = this.#player;
    const user = world.state.users.get(id);
    if (!user) return false;
    this.#put('users', id, user);
    const { guild, channel } = placeOf(this.#player);
    const member = guild?.members.get(id);
    if (member) {
      const permissions = permissionsIn(world, channel, id).toString();
      this.#put('members', id, { ...renderMemberOnly(member), permissions });
    }
    return true;
  }

  addRole(id: string): boolean {
    const role = placeOf(this.#player).guild?.roles.get(id);
    if (role) this.#put('roles', id, renderRole(role));
    return role !== undefined;
  }

  addChannel(id: string, types: readonly number[] | undefined): boolean {
    const { world, userId } = this.#player;
    const channel = world.state.channels.get(id);
    if (!channel || channel.guildId !== placeOf(this.#player).guild?.id) return false;
    if (types && types.length > 0 && !types.includes(channel.type)) return false;
    const permissions = permissionsIn(world, channel, userId).toString();
    this.#put('channels', id, { ...renderChannel(world, channel), permissions });
    return true;
  }

  addMessage(id: string): boolean {
    const { world, userId, channelId } = this.#player;
    const record = world.state.messages.get(channelId)?.get(id);
    if (!record) return false;
    this.#put('messages', id, renderMessage(world, record, userId));
    return true;
  }

  /** Uploads a file and returns its attachment id. */
  addFile(file: Omit<ReceivedFile, 'field'>): string {
    const { world, channelId } = this.#player;
    const [id = ''] = storeFiles(world, channelId, [{ field: 'files[0]', ...file }]);
    const record = world.state.attachments.get(id);
    if (record) this.#put('attachments', id, renderAttachment(world, record));
    return id;
  }

  #put(kind: string, id: string, value: object): void {
    (this.#data[kind] ??= {})[id] = value;
  }
}
