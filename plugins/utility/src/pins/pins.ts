import { auditReason, missingPermissions, permissionName, UserError } from '@twi/sdk';
import {
  DiscordAPIError,
  type GuildMember,
  type Message,
  type PermissionsString,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { UtilityContext } from '../context.ts';
import { PinRepository } from '../database/pin-repository.ts';
import type { UtilityTransaction } from '../database/utility-transaction.ts';
import { GuildTurns } from '../discord/guild-turns.ts';
import {
  botLacksPin,
  cannotBePinned,
  mayNotPin,
  messageGone,
  notYourPin,
  threadClosed,
  tooManyPins,
} from './pin-errors.ts';
import { PinChannels } from './pin-channels.ts';

const NEEDED: readonly PermissionsString[] = ['ViewChannel', 'ReadMessageHistory', 'PinMessages'];

/** Pins messages for people, and unpins them. */
export class Pins {
  /** Where members may pin. */
  readonly channels: PinChannels;
  readonly #context: UtilityContext;
  readonly #pins: PinRepository;
  readonly #turns = new GuildTurns();

  constructor(context: UtilityContext) {
    this.#context = context;
    this.#pins = new PinRepository(context.db);
    this.channels = new PinChannels(context);
  }

  /** @throws {UserError} why they may not, or why Discord does not */
  async pin(message: Message<true>, by: GuildMember): Promise<void> {
    if (!(await this.#isStaff(by)) && !(await this.channels.allows(by, message.channel)))
      throw new UserError(mayNotPin(message.channelId));
    await this.#change(message, by, true);
  }

  /** Whoever pinned a message may take it back. @throws {UserError} as {@link pin} */
  async unpin(message: Message<true>, by: GuildMember): Promise<void> {
    if (!(await this.#isStaff(by))) {
      const { guildId, id: messageId, channel } = message;
      if (!(await this.channels.allows(by, channel))) throw new UserError(mayNotPin(channel.id));
      if ((await this.#pins.findPinner({ guildId, messageId })) !== by.id) throw new UserError(notYourPin());
    }
    await this.#change(message, by, false);
  }

  #isStaff(member: GuildMember): Promise<boolean> {
    return this.#context.permissions.allows(member, 'utility.pins');
  }

  /** What Discord refuses is not written down: the transaction is rolled back. */
  async #change(message: Message<true>, by: GuildMember, isPinned: boolean): Promise<void> {
    if (message.system) throw new UserError(cannotBePinned());
    await assertBotMay(message);
    await Promise.all([this.#context.ensureGuild(message.guildId), this.#context.ensureUser(by.id)]);
    await this.#turns.take(message.guildId, () =>
      this.#context.db.transaction().execute(async (transaction) => {
        await this.#record(message, by, { isPinned, transaction });
        const reason = auditReason(`${by.user.username}: asked for it with Pin`);
        try {
          await (isPinned ? message.pin(reason) : message.unpin(reason));
        } catch (error) {
          throw error instanceof DiscordAPIError ? refused(message, error) : error;
        }
      }),
    );
  }

  async #record(
    { guildId, channelId, id: messageId }: Message<true>,
    by: GuildMember,
    { isPinned, transaction }: { readonly isPinned: boolean; readonly transaction: UtilityTransaction },
  ): Promise<void> {
    const pins = new PinRepository(transaction);
    if (isPinned) await pins.add({ guildId, channelId, messageId, pinnedBy: by.id });
    else await pins.remove({ guildId, messageId });
    await this.#context.audit.record({
      guildId,
      userId: by.id,
      action: isPinned ? 'utility.pin' : 'utility.unpin',
      target: channelId,
      details: { message: messageId },
      reversal: { channelId, messageId },
      transaction,
    });
  }
}

async function assertBotMay({ channel }: Message<true>): Promise<void> {
  const [missing] = await missingPermissions(channel, NEEDED);
  if (missing) throw new UserError(botLacksPin(channel.id, permissionName(missing)));
}

function refused({ channelId }: Message<true>, error: DiscordAPIError): Error {
  switch (error.code) {
    case RESTJSONErrorCodes.MaximumNumberOfPinsReachedForTheChannel:
      return new UserError(tooManyPins(channelId));
    case RESTJSONErrorCodes.InvalidActionOnArchivedThread:
      return new UserError(threadClosed(channelId));
    case RESTJSONErrorCodes.UnknownMessage:
      return new UserError(messageGone());
    case RESTJSONErrorCodes.CannotExecuteActionOnSystemMessage:
      return new UserError(cannotBePinned());
    case RESTJSONErrorCodes.MissingPermissions:
      return new UserError(botLacksPin(channelId, permissionName('PinMessages')));
    default:
      return error;
  }
}
