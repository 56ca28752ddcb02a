import { ChannelType } from 'discord-api-types/v10';
import { isGated } from '../state/age-gate.ts';
import { AgeGate } from './age-gate.tsx';
import { MenuPopup } from '../menu/menu-popup.tsx';
import { channel, channelId, guild, guildId, DIRECT } from '../state/place.ts';
import { Composer } from './composer.tsx';
import { ForumPosts } from './forum-posts.tsx';
import { TypingLine } from './typing-line.tsx';
import { MessageList } from './message-list.tsx';

/** What is said in the open channel, and the composer; the posts where it is a forum. */
export function MessagePane() {
  if (channelId.value === '' || (!channel.value && guildId.value !== DIRECT)) return <Nothing />;
  if (isGated()) return <AgeGate />;
  if (channel.value?.type === ChannelType.GuildForum) {
    return (
      <>
        <ForumPosts forum={channel.value} />
        <MenuPopup />
      </>
    );
  }
  return (
    <>
      <MessageList />
      <Composer key={channelId.value} />
      <TypingLine />
      <MenuPopup />
    </>
  );
}

function Nothing() {
  const text =
    guild.value?.isMember === false
      ? `You are not in ${guild.value.name}.`
      : 'There is no channel that you see.';
  return (
    <div class="nothing">
      <p>{text}</p>
      <MenuPopup />
    </div>
  );
}
