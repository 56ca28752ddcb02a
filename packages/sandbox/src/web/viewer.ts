import type { WebSocket } from 'ws';
import { typingIn } from '../actions/typing.ts';
import { SandboxActionError } from '../members/action-error.ts';
import { placeOf } from '../members/player.ts';
import type { Player } from '../members/player.ts';
import { commandPicker } from '../members/command-picker.ts';
import type { World } from '../state/world.ts';
import { latestMessages } from './latest-messages.ts';
import type { LiveFrame, Look } from './live-protocol.ts';
import { LIVE_VERSION } from './live-version.ts';
import { personView } from './person-view.ts';

const DEFAULT_LIMIT = 100;

/** One open page: remembers what it was told, so that it is told only what differs. */
export class Viewer {
  readonly #world: World;
  readonly #socket: WebSocket;
  #look: Look | undefined;
  #view = '';
  #commands = '';
  #typing = '';
  /** Messages of the channel by id, as they were sent. */
  #messages: Map<string, string> | undefined;

  constructor(world: World, socket: WebSocket) {
    this.#world = world;
    this.#socket = socket;
    this.#send({ type: 'hello', version: LIVE_VERSION });
  }

  /** Looks as somebody else, or elsewhere. */
  look(look: Look, isBotOnline: boolean): void {
    const isElsewhere = look.as !== this.#look?.as || look.channel !== this.#look.channel;
    this.#look = look;
    if (isElsewhere) {
      this.#commands = '';
      this.#typing = '';
      this.#messages = undefined;
    }
    this.update(isBotOnline);
  }

  /** Tells the page what differs from what it was told last. */
  update(isBotOnline: boolean): void {
    if (!this.#look) return;
    const { as, channel } = this.#look;
    const user = this.#world.state.users.get(as);
    if (!user) return this.refuse(`There is no user ${as}`);
    const view = personView(this.#world, user, isBotOnline);
    const json = JSON.stringify(view);
    if (json !== this.#view) this.#send({ type: 'view', view });
    this.#view = json;
    if (channel !== undefined) this.#updateChannel({ world: this.#world, userId: as, channelId: channel });
    this.#send({ type: 'activity' });
  }

  /** Tells the page why it is shown nothing. */
  refuse(message: string): void {
    this.#send({ type: 'refused', message });
  }

  #updateChannel(player: Player): void {
    try {
      this.#updateCommands(player);
      this.#updateMessages(player);
      this.#updateTyping(player);
    } catch (error) {
      // The channel is gone, or the person no longer sees it; the view has said so already.
      if (!(error instanceof SandboxActionError)) throw error;
      this.#messages = undefined;
    }
  }

  #updateCommands(player: Player): void {
    const commands = commandPicker(player);
    const groups = this.#world.state.commandGroups ?? [];
    const json = JSON.stringify({ commands, groups });
    if (json !== this.#commands)
      this.#send({ type: 'commands', channelId: player.channelId, commands, groups });
    this.#commands = json;
  }

  #updateMessages(player: Player): void {
    const { messages, hasOlder } = latestMessages(player, this.#look?.limit ?? DEFAULT_LIMIT);
    const before = this.#messages;
    const now = new Map(messages.map((message) => [message.id, withoutSignature(JSON.stringify(message))]));
    const changed = messages.filter((message) => before?.get(message.id) !== now.get(message.id));
    const deletedIds = Array.from(before?.keys() ?? []).filter((id) => !now.has(id));
    this.#messages = now;
    if (before && changed.length === 0 && deletedIds.length === 0) return;
    const { channelId } = player;
    this.#send({ type: 'messages', channelId, changed, deletedIds, hasOlder, isFirst: !before });
  }

  #updateTyping(player: Player): void {
    const { world, userId, channelId } = player;
    const userIds = typingIn(world, placeOf(player).channel).filter((id) => id !== userId);
    const typing = userIds.join();
    if (typing !== this.#typing) this.#send({ type: 'typing', channelId, userIds });
    this.#typing = typing;
  }

  #send(frame: LiveFrame): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(frame));
  }
}

/** The address of an attachment is signed anew each time; that is no change of the message. */
function withoutSignature(json: string): string {
  return json.replaceAll(/\?ex=[^"]*/g, '');
}
