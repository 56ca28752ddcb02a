import { ChannelType } from 'discord-api-types/v10';
import { cssColor, legible, nameOf, userOf } from '../state/names.ts';
import { openChannel } from '../state/navigation.ts';
import { guild } from '../state/place.ts';

const KINDS: Readonly<Record<number, 'forum' | 'thread' | 'voice'>> = {
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.GuildVoice]: 'voice',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
};

// Whether a message is highlighted is decided for it as a whole: a mention that notifies nobody highlights nothing.

/** `<@id>` */
export function UserMention({ id }: { id: string }) {
  return <discord-mention type="user">{userOf(id) ? nameOf(id) : id}</discord-mention>;
}

/** `<@&id>` */
export function RoleMention({ id }: { id: string }) {
  const role = guild.value?.roles.find((candidate) => candidate.id === id);
  const style = role &&
    role.color !== 0 && {
      color: legible(role.color),
      backgroundColor: `color-mix(in srgb, ${cssColor(role.color)} 15%, transparent)`,
    };
  return (
    <discord-mention type="role" {...(style && { style })}>
      {role?.name ?? 'deleted-role'}
    </discord-mention>
  );
}

/** `<#id>` */
export function ChannelMention({ id }: { id: string }) {
  const channel = guild.value?.channels.find((candidate) => candidate.id === id);
  if (!channel) return <discord-mention type="locked">No Access</discord-mention>;
  return (
    <discord-mention
      type={KINDS[channel.type] ?? 'channel'}
      role="link"
      tabIndex={0}
      onClick={() => openChannel(id)}
    >
      {channel.name}
    </discord-mention>
  );
}

/** `</name:id>` */
export function CommandMention({ name }: { name: string }) {
  return <discord-mention type="slash">{name}</discord-mention>;
}

/** `<:name:id>`; the picture lies on Discord's servers, which are never asked. */
export function EmojiMention({ name }: { name: string }) {
  return <span class="emoji-name">:{name}:</span>;
}

/** `@everyone` and `@here` */
export function EveryoneMention({ name }: { name: string }) {
  return <discord-mention type="role">{name}</discord-mention>;
}
