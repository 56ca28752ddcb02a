import { ChannelType } from 'discord-api-types/v10';
import type { ChannelView, GuildView } from '../../../src/web/live-protocol.ts';
import { setVoice } from '../state/acts.ts';
import { nameOf } from '../state/names.ts';
import { openChannel } from '../state/navigation.ts';
import { isUnread } from '../state/unread.ts';
import { attempt } from '../state/notices.ts';
import { DIRECT, channelId, guild, guildId, me, view } from '../state/place.ts';
import { ChannelIcon } from './channel-icon.tsx';
import { GuildMenu } from './guild-menu.tsx';

/** The channels that the person sees, by category, with their threads below them. */
export function ChannelList() {
  if (guildId.value === DIRECT) return <DirectList />;
  if (!guild.value) return <nav class="channel-list" aria-label="Channels" />;
  const { channels } = guild.value;
  const categories = inOrder(channels.filter(({ type }) => type === ChannelType.GuildCategory));
  return (
    <nav class="channel-list" aria-label="Channels">
      <GuildMenu guild={guild.value} />
      <Group guild={guild.value} parentId={null} />
      {categories.map((category) => (
        <section key={category.id} aria-label={category.name}>
          <h3 class="group-title">{category.name}</h3>
          <Group guild={guild.value} parentId={category.id} />
        </section>
      ))}
    </nav>
  );
}

function Group({ guild: shown, parentId }: { guild: GuildView | undefined; parentId: string | null }) {
  const channels = shown?.channels ?? [];
  const own = channels.filter(
    (channel) =>
      channel.parentId === parentId && !channel.thread && channel.type !== ChannelType.GuildCategory,
  );
  return (
    <ul>
      {inOrder(own).map((channel) => (
        <li key={channel.id}>
          <ChannelLink channel={channel} />
          <Threads of={channel} among={channels} />
          <InVoice channel={channel} />
        </li>
      ))}
    </ul>
  );
}

function Threads({ of: parent, among }: { of: ChannelView; among: readonly ChannelView[] }) {
  const threads = among.filter(
    ({ parentId, thread }) => parentId === parent.id && thread && !thread.isArchived,
  );
  if (threads.length === 0) return null;
  return (
    <ul class="threads" aria-label={`Threads of ${parent.name}`}>
      {threads.map((thread) => (
        <li key={thread.id}>
          <ChannelLink channel={thread} />
        </li>
      ))}
    </ul>
  );
}

function InVoice({ channel }: { channel: ChannelView }) {
  if (channel.voiceUserIds.length === 0) return null;
  return (
    <ul class="in-voice" aria-label={`In ${channel.name}`}>
      {channel.voiceUserIds.map((id) => (
        <li key={id}>{nameOf(id)}</li>
      ))}
    </ul>
  );
}

function ChannelLink({ channel }: { channel: ChannelView }) {
  const isNew = isUnread(channel);
  const isIn = channel.voiceUserIds.includes(me.value);
  const open = () => {
    if (isVoice(channel)) attempt(() => setVoice(channel.id, !isIn));
    else openChannel(channel.id);
  };
  return (
    <button
      type="button"
      class={isNew ? 'channel-link unread' : 'channel-link'}
      aria-current={channel.id === channelId.value}
      title={isVoice(channel) ? `${isIn ? 'Leave' : 'Join'} ${channel.name} (without sound)` : undefined}
      onClick={open}
    >
      <ChannelIcon type={channel.type} />
      <span class="channel-name">{channel.name}</span>
      {isNew && <span class="hidden">, unread</span>}
      {channel.isAgeRestricted && (
        <span class="badge" title="Age-restricted channel">
          18+<span class="hidden"> age-restricted</span>
        </span>
      )}
    </button>
  );
}

function DirectList() {
  const bot = view.value?.users.find(({ id }) => id === view.value?.botId);
  return (
    <nav class="channel-list" aria-label="Direct messages">
      <h2 class="guild-name">Direct Messages</h2>
      <ul>
        <li>
          <button type="button" class="channel-link" aria-current="true">
            <span class="channel-name">@ {bot?.global_name ?? bot?.username}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}

/** Discord lists voice channels below all others. */
function inOrder(channels: readonly ChannelView[]): ChannelView[] {
  return channels.toSorted((a, b) => Number(isVoice(a)) - Number(isVoice(b)) || a.position - b.position);
}

function isVoice({ type }: ChannelView): boolean {
  return type === ChannelType.GuildVoice || type === ChannelType.GuildStageVoice;
}
