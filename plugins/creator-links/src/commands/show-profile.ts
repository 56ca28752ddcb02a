import { absentOn, isAgeRestricted, reply, translator } from '@twi/sdk';
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Guild,
  MessageFlags,
  RESTJSONErrorCodes,
  type Snowflake,
  type UserContextMenuCommandInteraction,
} from 'discord.js';
import type { CreatorLinks } from '../creator-links.ts';
import { ownNotes, profileReply } from '../replies/profile-reply.ts';

type Asked =
  | ChatInputCommandInteraction<'cached'>
  | UserContextMenuCommandInteraction<'cached'>
  | ButtonInteraction<'cached'>;

interface Wanted {
  readonly userId: Snowflake;
  /** From 0. */
  readonly page?: number;
  readonly audience: 'guild' | 'person';
}

/** Answers a deferred interaction with somebody's links. Their owner is told besides what is wrong with them. */
export async function showProfile(
  interaction: Asked,
  service: CreatorLinks,
  { userId, page = 0, audience }: Wanted,
): Promise<void> {
  const { guild, guildId, channel, user } = interaction;
  const profile = await service.profiles.of({ guildId, userId, nsfw: isAgeRestricted(channel) });
  const t = await translator(interaction, { audience });
  const isOwn = userId === user.id;
  const person = { id: userId, name: await nameOf(guild, userId) };
  await interaction.editReply(profileReply(profile, { person, isOwn, page, t }));
  if (!isOwn || interaction.isButton()) return;
  const notes = ownNotes(profile, await translator(interaction));
  if (notes !== undefined)
    await interaction.followUp({ ...reply.warning(notes), flags: MessageFlags.Ephemeral });
}

async function nameOf(guild: Guild, userId: Snowflake): Promise<string> {
  const member = await absentOn(
    guild.members.fetch(userId),
    RESTJSONErrorCodes.UnknownMember,
    RESTJSONErrorCodes.UnknownUser,
  );
  return (member ?? (await guild.client.users.fetch(userId))).displayName;
}
