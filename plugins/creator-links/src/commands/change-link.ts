import { reply, translator, type Translator, UserError, escaped } from '@twi/sdk';
import { type ChatInputCommandInteraction, MessageFlags, userMention } from 'discord.js';
import type { CreatorLinks } from '../creator-links.ts';
import type { LinkRow } from '../database/link-repository.ts';
import { plainRefusal } from '../errors.ts';
import type { TypedLink } from '../links/link-content.ts';
import { platformName } from '../platforms/platforms.ts';

type Invocation = ChatInputCommandInteraction<'cached'>;

/** What became of a link, in words. */
type Change = (interaction: Invocation, service: CreatorLinks, t: Translator) => Promise<string>;

const CHANGES = { add, edit, remove, restore, verify, hide } as const satisfies Record<string, Change>;

/** Changes a link as the options say, and tells whoever asked. Addresses are not repeated: the channel may be open to all. */
export async function changeLink(
  interaction: Invocation,
  service: CreatorLinks,
  change: keyof typeof CHANGES,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const t = await translator(interaction);
  await interaction.editReply(reply.success(await CHANGES[change](interaction, service, t)));
}

async function add(interaction: Invocation, { links }: CreatorLinks, t: Translator): Promise<string> {
  const { options, member } = interaction;
  const title = options.getString('title', true);
  const url = options.getString('url', true);
  const link = await links.add(member, { ...detailsOf(interaction), title, url });
  const { platform, username } = link;
  const where =
    username === null ? platformName(platform) : `${platformName(platform)} · ${escaped(username)}`;
  return withNote(t('creator-links:own.added', { title: titleOf(link), platform: where }), link, t);
}

async function edit(interaction: Invocation, service: CreatorLinks, t: Translator): Promise<string> {
  const { options, member } = interaction;
  const typed: TypedLink = {
    ...detailsOf(interaction),
    url: options.getString('url') ?? undefined,
    title: options.getString('new-title') ?? undefined,
  };
  if (Object.values(typed).every((value) => value === undefined))
    throw new UserError(plainRefusal('nothing-to-change'));
  const before = await named(interaction, service);
  const link = await service.links.edit(member, before.id, typed);
  const done = t('creator-links:own.edited', { title: titleOf(link) });
  const isUnverified = before.verifiedAt !== null && link.verifiedAt === null;
  return withNote(isUnverified ? `${done} ${t('creator-links:own.unverified')}` : done, link, t);
}

async function remove(interaction: Invocation, service: CreatorLinks, t: Translator): Promise<string> {
  const { id } = await named(interaction, service);
  const link = await service.links.remove(interaction.member, id);
  return t('creator-links:own.removed', { title: titleOf(link) });
}

async function restore(interaction: Invocation, service: CreatorLinks, t: Translator): Promise<string> {
  const { guildId, options, member } = interaction;
  const key = { guildId, userId: ownerOf(interaction) };
  await service.links.assertMay(member, key.userId);
  const { id } = await service.profiles.getRemoved(key, options.getString('title', true));
  const link = await service.links.restore(member, id);
  return t('creator-links:own.restored', { title: titleOf(link) });
}

async function verify(interaction: Invocation, service: CreatorLinks): Promise<string> {
  const { id, verifiedAt } = await named(interaction, service);
  const isSet = verifiedAt === null;
  const link = await service.links.mark(interaction.member, id, { mark: 'verified', isSet });
  const whose = `**${titleOf(link)}** of ${userMention(link.userId)}`;
  return isSet
    ? `Confirmed ${whose}. A ✅ stands before it until its address changes.`
    : `${whose} is no longer confirmed.`;
}

async function hide(interaction: Invocation, service: CreatorLinks): Promise<string> {
  const { id, hiddenAt } = await named(interaction, service);
  const isSet = hiddenAt === null;
  const link = await service.links.mark(interaction.member, id, { mark: 'hidden', isSet });
  const whose = `**${titleOf(link)}** of ${userMention(link.userId)}`;
  return isSet
    ? `Hid ${whose}. Nobody sees it any more; \`/creator-link hide\` again shows it.`
    : `${whose} is shown again.`;
}

/** The link that the options name. */
async function named(interaction: Invocation, { links, profiles }: CreatorLinks): Promise<LinkRow> {
  const { guildId, options, member } = interaction;
  const userId = ownerOf(interaction);
  await links.assertMay(member, userId);
  return profiles.get({ guildId, userId }, options.getString('title', true));
}

function ownerOf({ options, user }: Invocation): string {
  return (options.getUser('user') ?? user).id;
}

function detailsOf({ options }: Invocation): Omit<TypedLink, 'title' | 'url'> {
  return {
    username: options.getString('username') ?? undefined,
    weight: options.getInteger('weight') ?? undefined,
    isNsfw: options.getBoolean('nsfw') ?? undefined,
    isFeatured: options.getBoolean('featured') ?? undefined,
  };
}

function withNote(text: string, { isNsfw }: LinkRow, t: Translator): string {
  return isNsfw ? `${text} ${t('creator-links:own.nsfw-note')}` : text;
}

function titleOf({ title }: LinkRow): string {
  return escaped(title);
}
