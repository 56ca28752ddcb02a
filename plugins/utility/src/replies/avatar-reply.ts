import { type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type GuildMember,
  hyperlink,
  type User,
} from 'discord.js';

/** Discord's largest (Reference › Image Formatting). */
const LARGEST = 4_096;
const SHOWN = 1_024;
const STILL = ['png', 'jpg', 'webp'] as const;

/** Somebody's picture, large, with buttons that open it in each format. The one of this server comes first. */
export function avatarReply(user: User, member: GuildMember | null, t: Translator): PlainReply {
  const own = member?.avatar ? member : undefined;
  const shown = own ?? user;
  const others = own
    ? hyperlink(t('utility:info.global-avatar'), user.displayAvatarURL({ size: LARGEST }))
    : '';
  return reply.info(others, {
    title: t('utility:info.avatar-of', { name: escaped(member?.displayName ?? user.displayName) }),
    imageUrl: shown.displayAvatarURL({ size: SHOWN }),
    components: [formatButtons(shown)],
  });
}

function formatButtons(of: User | GuildMember): ActionRowBuilder<ButtonBuilder> {
  const formats = formatsOf(of.avatar);
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    formats.map((extension) =>
      new ButtonBuilder()
        .setStyle(ButtonStyle.Link)
        .setLabel(extension.toUpperCase())
        .setURL(of.displayAvatarURL({ extension, size: LARGEST, forceStatic: extension !== 'gif' })),
    ),
  );
}

/** Who chose no picture has one of Discord's, which is a PNG. */
function formatsOf(avatar: string | null): readonly ('png' | 'jpg' | 'webp' | 'gif')[] {
  if (avatar === null) return ['png'];
  return avatar.startsWith('a_') ? [...STILL, 'gif'] : STILL;
}
