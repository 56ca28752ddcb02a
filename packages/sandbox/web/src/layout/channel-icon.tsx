import { ChannelType } from 'discord-api-types/v10';

const HASH =
  'M10 3 8.6 9H4v2h4.1l-.9 4H3v2h3.7L5.4 21h2.1l1.2-4h5l-1.2 4h2.1l1.2-4H20v-2h-3.6l.9-4H21V9h-3.2L19 3h-2.1l-1.2 6h-5L12.1 3zm.2 8h5l-.9 4h-5z';
const PATHS: Readonly<Record<number, string>> = {
  [ChannelType.GuildAnnouncement]: 'M4 9v6h4l8 5V4L8 9zm14 0v6a3 3 0 0 0 0-6z',
  [ChannelType.GuildForum]: 'M4 4h16v11H10l-4 4v-4H4zm3 3v2h10V7zm0 3.500v2h7v-2z',
  [ChannelType.GuildVoice]: 'M4 9v6h4l5 4V5L8 9zm12-1v8a5 5 0 0 0 0-8z',
  [ChannelType.PublicThread]: 'M5 4h2v9a2 2 0 0 0 2 2h10v2H9a4 4 0 0 1-4-4zm6 2h9v2h-9zm0 4h6v2h-6z',
};
const LABELS: Readonly<Record<number, string>> = {
  [ChannelType.GuildText]: 'Text channel',
  [ChannelType.GuildAnnouncement]: 'Announcement channel',
  [ChannelType.GuildForum]: 'Forum',
  [ChannelType.GuildVoice]: 'Voice channel',
  [ChannelType.PublicThread]: 'Thread',
  [ChannelType.PrivateThread]: 'Private thread',
  [ChannelType.AnnouncementThread]: 'Thread',
};

/** The mark of a kind of channel. */
export function ChannelIcon({ type }: { type: ChannelType }) {
  const isThread = type === ChannelType.PrivateThread || type === ChannelType.AnnouncementThread;
  return (
    <svg
      class="channel-icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      role="img"
      aria-label={LABELS[type] ?? 'Channel'}
    >
      <path fill="currentColor" d={PATHS[isThread ? ChannelType.PublicThread : type] ?? HASH} />
    </svg>
  );
}
