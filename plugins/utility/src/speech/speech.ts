import { missingPermissions } from '@twi/sdk';
import {
  type GuildMember,
  type GuildTextBasedChannel,
  type Message,
  type PermissionsString,
  type Snowflake,
} from 'discord.js';
import type { UtilityContext } from '../context.ts';
import { botLacks, callerLacks, nothingToSay } from './speech-errors.ts';

/** Says things in the bot's name, for those who may. */
export class Speech {
  readonly #context: UtilityContext;

  constructor(context: UtilityContext) {
    this.#context = context;
  }

  /**
   * Says something in a channel where both the bot and the one who asks may speak. Who may not mention everybody mentions
   * nobody.
   *
   * @throws {UserError} `utility.nothing-to-say`, `utility.caller-lacks`, `utility.bot-lacks`
   */
  async say(channel: GuildTextBasedChannel, typed: string, member: GuildMember): Promise<Message> {
    const content = typed.replaceAll(String.raw`\n`, '\n').trim();
    if (content === '') throw nothingToSay();
    const needed: PermissionsString[] = [
      'ViewChannel',
      channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages',
    ];
    const held = channel.permissionsFor(member);
    const missing = held.missing(needed);
    if (missing.length > 0) throw callerLacks(channel.id, missing);
    const botMissing = await missingPermissions(channel, needed);
    if (botMissing.length > 0) throw botLacks(channel.id, botMissing);

    const message = await channel.send({
      content,
      allowedMentions: { parse: held.has('MentionEveryone') ? ['everyone', 'roles', 'users'] : [] },
    });
    await this.#record(message, member.id);
    return message;
  }

  #record({ id, guildId, channelId, content }: Message<true>, userId: Snowflake): Promise<void> {
    return this.#context.audit.record({
      guildId,
      userId,
      action: 'utility.say',
      target: channelId,
      details: { message: id, text: content },
      irreversibleBecause: 'People may have read it. Delete the message in Discord to take it away.',
    });
  }
}
