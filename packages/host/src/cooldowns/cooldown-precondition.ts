import { BucketScope, type Command, Precondition } from '@sapphire/framework';
import { refusal, type UserError } from '@twi/sdk';
import { type BaseInteraction, type Message, time, TimestampStyles } from 'discord.js';
import { type CooldownContext, countedAs } from './cooldown-context.ts';
import type { CooldownRule } from './cooldown-rule.ts';
import type { CooldownService } from './cooldown-service.ts';

/**
 * The class that takes the place of Sapphire's own cooldowns under their names. Sapphire asks for them last, so that
 * only uses count that nothing else refused.
 */
export function cooldownPrecondition(
  cooldowns: Pick<CooldownService, 'take'>,
): new (context: Precondition.LoaderContext) => Precondition {
  return class CooldownPrecondition extends Precondition {
    override chatInputRun(interaction: BaseInteraction, command: Command, context: CooldownContext) {
      return this.#take(interaction, interaction.user.id, command, context);
    }

    override contextMenuRun(interaction: BaseInteraction, command: Command, context: CooldownContext) {
      return this.#take(interaction, interaction.user.id, command, context);
    }

    override messageRun(message: Message, command: Command, context: CooldownContext) {
      return this.#take(message, message.author.id, command, context);
    }

    async #take(
      { guildId, channelId }: BaseInteraction | Message,
      userId: string,
      command: Command,
      rule: CooldownContext,
    ): Precondition.AsyncResult {
      const name = countedAs(command, rule);
      const until = await cooldowns.take({ command: name, userId, guildId, channelId }, rule);
      if (!until) return this.ok();
      return this.error(waitFor(name, rule, until));
    }
  };
}

function waitFor(command: string, { scope }: CooldownRule, until: Date): UserError.Options {
  // A full second later, so that nobody is told to come back too early.
  const when = time(Math.ceil(until.getTime() / 1_000), TimestampStyles.RelativeTime);
  const key = scope === BucketScope.User ? 'core:errors.cooldown-own' : 'core:errors.cooldown-shared';
  return { ...refusal(key, { command, when }), identifier: 'core.cooldown' };
}
