import { Listener } from '@sapphire/framework';
import { type AutoModerationActionExecution, Events } from 'discord.js';

/** Lets rules act on what Discord's own AutoMod caught. */
export class JudgeNativeHitListener extends Listener<typeof Events.AutoModerationActionExecution> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.AutoModerationActionExecution });
  }

  override async run(execution: AutoModerationActionExecution): Promise<void> {
    await this.container.moderation.automod.watcher.lookAtNative(execution);
  }
}
