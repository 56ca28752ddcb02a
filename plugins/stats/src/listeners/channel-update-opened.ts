import { Listener } from '@sapphire/framework';
import { type DMChannel, Events, type NonThreadGuildBasedChannel, PermissionFlagsBits } from 'discord.js';

/** Notes that a channel was opened to the bot. */
export class NoteOpenedChannelListener extends Listener<typeof Events.ChannelUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ChannelUpdate });
  }

  override run(
    before: DMChannel | NonThreadGuildBasedChannel,
    after: DMChannel | NonThreadGuildBasedChannel,
  ): void {
    if (after.isDMBased() || before.isDMBased() || isSeen(before) || !isSeen(after)) return;
    this.container.stats.counting.opened.note(after.guildId);
  }
}

function isSeen(channel: NonThreadGuildBasedChannel): boolean {
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ViewChannel);
}
