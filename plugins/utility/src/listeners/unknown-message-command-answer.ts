import { Events, Listener, type UnknownMessageCommandPayload } from '@sapphire/framework';

/**
 * Answers the commands that servers made. Sapphire tells of messages that begin with the prefix and name no command of the
 * bot: all others never come here, and a command that the bot has answers itself.
 */
export class AnswerCustomCommandListener extends Listener<typeof Events.UnknownMessageCommand> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.UnknownMessageCommand });
  }

  override async run({ message, commandPrefix }: UnknownMessageCommandPayload): Promise<void> {
    if (message.inGuild())
      await this.container.utility.customAnswers.answer({ message, prefix: commandPrefix });
  }
}
