import { openGuild } from '../state/navigation.ts';
import { openDirectConversation } from '../state/acts.ts';
import { attempt } from '../state/notices.ts';
import { DIRECT, guildId, view } from '../state/place.ts';
import { Icon } from '../theme/icon.tsx';

/** The guilds there are, and the direct conversation with the bot on top. */
export function GuildRail() {
  const guilds = view.value?.guilds ?? [];
  return (
    <nav class="rail" aria-label="Servers">
      <button
        type="button"
        class="rail-item"
        aria-label="Direct messages with the bot"
        aria-current={guildId.value === DIRECT}
        title="Direct messages"
        onClick={() => attempt(openDirectConversation)}
      >
        <Icon name="message" />
      </button>
      <hr />
      {guilds.map((guild) => (
        <button
          key={guild.id}
          type="button"
          class={guild.isMember ? 'rail-item' : 'rail-item rail-outside'}
          aria-current={guild.id === guildId.value}
          title={guild.name}
          onClick={() => openGuild(guild)}
        >
          <span aria-hidden="true">{acronym(guild.name)}</span>
          <span class="hidden">{guild.isMember ? guild.name : `${guild.name}, not a member`}</span>
        </button>
      ))}
    </nav>
  );
}

/** Discord shows the first letters of the words where a guild has no icon. */
function acronym(name: string): string {
  return name
    .split(/\s+/)
    .map(([letter]) => letter)
    .join('')
    .slice(0, 4);
}
