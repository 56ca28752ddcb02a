import { isAgeRestricted, MOST_OPTIONS, translator, UserError } from '@twi/sdk';
import type { ButtonInteraction, ChatInputCommandInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { CreatorLinks } from '../creator-links.ts';
import { plainRefusal } from '../errors.ts';
import { findPlatformKey } from '../platforms/platforms.ts';
import { directoryReply } from '../replies/directory-reply.ts';
import type { DirectoryState } from '../replies/directory-state.ts';

type Asked =
  | ChatInputCommandInteraction<'cached'>
  | ButtonInteraction<'cached'>
  | StringSelectMenuInteraction<'cached'>;

/** Answers a deferred interaction with a page of the directory, as its channel may see it. */
export async function showDirectory(
  interaction: Asked,
  { directory }: CreatorLinks,
  { cursor, query, platform: typed }: DirectoryState,
): Promise<void> {
  const platform = typed === undefined ? undefined : findPlatformKey(typed);
  if (typed !== undefined && platform === undefined) throw new UserError(plainRefusal('unknown-platform'));
  const { guildId, channel } = interaction;
  const where = { guildId, nsfw: isAgeRestricted(channel) };
  const page = await directory.page({ ...where, platform, query }, cursor);
  const platforms = query === undefined ? await directory.platforms(where, MOST_OPTIONS) : [];
  const view = { state: { platform, query }, nsfw: where.nsfw, platforms, t: await translator(interaction) };
  await interaction.editReply(directoryReply(page, view));
}
