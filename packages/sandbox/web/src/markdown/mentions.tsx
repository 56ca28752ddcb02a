import { ChannelType } from 'discord-api-types/v10';
import { cssColor, nameOf, userOf } from '../state/names.ts';
import { openChannel } from '../state/navigation.ts';
import { guild, me, ownMember } from '../state/place.ts';

const KINDS: Readonly<Record<number, 'forum' | 'thread' | 'voice'>> = {
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.GuildVoice]: 'voice',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
};

/** `<@id>` */
export function UserMention({ id }: { id: string }) {
  return (
    <discord-mention type="user" highlight={id === me.value}>
      {userOf(id) ? nameOf(id) : id}
    </discord-mention>
  );
}

/** `<@&id>` */
export function RoleMention({ id }: { id: string }) {
  const role = guild.value?.roles.find((candidate) => candidate.id === id);
  const isOwn = ownMember.value?.roles.includes(id) ?? false;
  const color = role && role.color !== 0 ? { color: cssColor(role.color) } : {};
  return (
    <discord-mention type="role" highlight={isOwn} {...color}>
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
  return (
    <discord-mention type="role" highlight>
      {name}
    </discord-mention>
  );
}
