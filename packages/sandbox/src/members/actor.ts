import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { announceTyping } from '../actions/typing.ts';
import { openDirectChannel } from '../actions/direct-channels.ts';
import { createInvite } from '../actions/invites.ts';
import { joinGuild, removeMember } from '../actions/members.ts';
import { setPresence } from '../actions/presence.ts';
import { requireIn } from '../state/access.ts';
import type { PresenceRecord } from '../state/presence.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';
import { SandboxActionError } from './action-error.ts';
import { click, messageSeenBy, select } from './components.ts';
import type { Exchange } from './exchange.ts';
import type { WaitOptions } from './launch.ts';
import { edit, react, remove, send, unreact } from './messages.ts';
import type { SendOptions } from './messages.ts';
import { submit } from './modals.ts';
import type { ModalValues } from './modals.ts';
import { ModeratorActions } from './moderation.ts';
import type { OptionInput } from './option-value.ts';
import { placeOf } from './player.ts';
import type { Player } from './player.ts';
import { vote } from './polls.ts';
import { startThread } from './threads.ts';
import type { ThreadStart } from './threads.ts';
import { VoiceActions } from './voice.ts';
import { visibleMessages } from './visible-messages.ts';
import { autocomplete, contextMenu, slash } from './slash.ts';
import { commandPicker } from './command-picker.ts';

/** A message, or its id. */
type MessageReference = APIMessage | string;

/** Values of a command's options by name; ids stand for users, roles and channels. */
export type SlashValues = Readonly<Record<string, OptionInput>>;

/** Plays one person in one channel: everything here is what a person does in the Discord client. */
export class MemberActor {
  readonly userId: string;
  readonly channelId: string;
  /** What a moderator does by hand in the client. */
  readonly moderation: ModeratorActions;
  readonly voice: VoiceActions;
  readonly #player: Player;

  constructor(world: World, { userId, channelId }: { userId: string; channelId: string }) {
    this.userId = userId;
    this.channelId = channelId;
    this.#player = { world, userId, channelId };
    this.moderation = new ModeratorActions(this.#player);
    this.voice = new VoiceActions(this.#player);
  }

  /** Plays the same person in another channel. */
  in(channelId: string): MemberActor {
    return new MemberActor(this.#player.world, { userId: this.userId, channelId });
  }

  /** Plays the same person in their direct conversation with the bot. */
  inDirectMessages(): MemberActor {
    return this.in(openDirectChannel(this.#player.world, this.userId).id);
  }

  /**
   * Types a slash command; `line` is its name with those of group and subcommand, such as `case view`.
   *
   * @throws SandboxActionError before anything is sent for what the client would refuse, `no-response` after the deadline
   */
  async slash(line: string, values: SlashValues = {}, wait?: WaitOptions): Promise<Exchange> {
    return slash(this.#player, line, values, wait);
  }

  /** Types into an option and returns what the bot suggests. */
  async autocomplete(
    line: string,
    values: SlashValues,
    { focused }: { focused: string },
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    return autocomplete(this.#player, line, values, focused);
  }

  /** Chooses a command from the menu of a user or a message. */
  async contextMenu(
    name: string,
    target: { readonly userId: string } | { readonly messageId: string },
    wait?: WaitOptions,
  ): Promise<Exchange> {
    return contextMenu(this.#player, name, target, wait);
  }

  /** Clicks a button, found by its custom id or label. */
  async click(message: MessageReference, button: string, wait?: WaitOptions): Promise<Exchange> {
    return click(this.#player, idOf(message), button, wait);
  }

  /** Chooses values of a select menu, found by its custom id or placeholder. */
  async select(
    message: MessageReference,
    menu: string,
    values: readonly string[],
    wait?: WaitOptions,
  ): Promise<Exchange> {
    return select(this.#player, idOf(message), menu, { values, wait });
  }

  /** Fills in the modal of an exchange by the custom ids of its fields. */
  async submit(
    modal: APIModalInteractionResponseCallbackData | undefined,
    values: ModalValues,
    wait?: WaitOptions,
  ): Promise<Exchange> {
    return submit(this.#player, modal, values, wait);
  }

  /** Writes a message. @throws DiscordError 50013 where the member may not */
  async send(content: string, options?: SendOptions): Promise<APIMessage> {
    return send(this.#player, content, options);
  }

  /** Edits a message of their own. */
  async edit(message: MessageReference, content: string): Promise<APIMessage> {
    return edit(this.#player, idOf(message), content);
  }

  /** Deletes a message. */
  async delete(message: MessageReference): Promise<void> {
    remove(this.#player, idOf(message));
  }

  /** Reacts with an emoji: a character, or `name:id`. */
  async react(message: MessageReference, emoji: string): Promise<void> {
    react(this.#player, idOf(message), emoji);
  }

  /** Takes back a reaction. */
  async unreact(message: MessageReference, emoji: string): Promise<void> {
    unreact(this.#player, idOf(message), emoji);
  }

  /** Votes in a poll by texts or numbers of answers, in place of earlier votes; an empty list takes them back. */
  async vote(message: MessageReference, answers: readonly (string | number)[]): Promise<APIMessage> {
    return vote(this.#player, idOf(message), answers);
  }

  /** Starts a thread, or a post in a forum, and returns its id. */
  async startThread(name: string, start?: ThreadStart): Promise<string> {
    return startThread(this.#player, name, start);
  }

  /** Shows that they are writing. */
  async type(): Promise<void> {
    announceTyping(this.#player.world, placeOf(this.#player).channel, this.userId);
  }

  /** Appears as online, idle, busy or offline, with what they are doing. */
  async appear(
    status: PresenceRecord['status'],
    activities: PresenceRecord['activities'] = [],
  ): Promise<void> {
    setPresence(this.#player.world, this.userId, { status, activities });
  }

  /** Makes an invite to this channel and returns its code. @throws DiscordError 50013 */
  async invite(options: { maxUses?: number; maxAgeSeconds?: number } = {}): Promise<string> {
    const { world, userId } = this.#player;
    const { channel, guild } = placeOf(this.#player);
    if (!guild) throw unknown('guild');
    requireIn(world, channel, ['CreateInstantInvite'], userId);
    const { maxUses = 0, maxAgeSeconds = 86_400 } = options;
    const body = { max_uses: maxUses, max_age: maxAgeSeconds };
    return createInvite(world, guild, { userId }, { channelId: channel.id, body }).code;
  }

  /** Lists the commands this person sees here. */
  commands(): APIApplicationCommand[] {
    return commandPicker(this.#player);
  }

  /** Lists the messages this person sees here, oldest first, their ephemeral ones included. */
  messages(): APIMessage[] {
    return visibleMessages(this.#player);
  }

  /** Reads one message as it looks to this person now. @throws SandboxActionError `unknown-target` */
  message(id: string): APIMessage {
    return messageSeenBy(this.#player, id);
  }

  /** Joins a guild, with an invite whose use is counted. @throws SandboxActionError `missing-permission` for somebody who is banned there */
  async join(guildId: string, { invite }: { invite?: string } = {}): Promise<void> {
    const { world } = this.#player;
    const guild = world.guild(guildId);
    if (guild.bans.has(this.userId)) {
      throw new SandboxActionError('missing-permission', `${this.userId} is banned from ${guild.name}`);
    }
    joinGuild(world, guild, this.userId, invite === undefined ? {} : { invite });
  }

  /** Leaves a guild. */
  async leave(guildId: string): Promise<void> {
    const { world } = this.#player;
    removeMember(world, world.guild(guildId), this.userId);
  }
}

function idOf(message: MessageReference): string {
  return typeof message === 'string' ? message : message.id;
}
