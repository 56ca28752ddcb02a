import { Listener } from '@sapphire/framework';
import { Events, type VoiceState } from 'discord.js';

/** Counts who is in voice channels. */
export class CountVoiceListener extends Listener<typeof Events.VoiceStateUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.VoiceStateUpdate });
  }

  override run(_before: VoiceState, after: VoiceState): Promise<void> {
    return this.container.stats.counting.voice.changed(after);
  }
}
