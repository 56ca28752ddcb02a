import { type ChatInputCommandInteraction, ChannelType, PermissionFlagsBits } from 'discord.js';
import { UserError } from '@twi/sdk';
import { cannotSee, noThread, notForAll } from '../errors.ts';
import type { Stats } from '../stats.ts';
import { askedBy } from './asked.ts';
import { assertMaySee, showPlace } from './stats-channel.ts';

/** `/stats thread`: what was done in a thread or post. */
export async function showThread(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const asked = await askedBy(interaction, stats);
  const thread = interaction.options.getChannel('target') ?? interaction.channel;
  if (!thread?.isThread()) throw new UserError(noThread());
  const { guild, viewer } = asked;
  assertMaySee(thread, asked);
  const isForAll = viewer === guild.roles.everyone;
  if (thread.type === ChannelType.PrivateThread) {
    if (isForAll) throw new UserError(notForAll(thread.id));
    // Whoever uses a command in a private thread is in it.
    const isThere = interaction.channelId === thread.id;
    const sees = isThere || thread.permissionsFor(viewer)?.has(PermissionFlagsBits.ManageThreads);
    if (!sees) throw new UserError(cannotSee(thread.id));
  }
  await showPlace(interaction, stats, { asked, what: thread.name, channelIds: [thread.id] });
}
