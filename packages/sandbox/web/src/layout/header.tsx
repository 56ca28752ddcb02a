import { slots } from '../slots.ts';
import { drawer, showsInspector, showsMembers } from '../state/drawers.ts';
import type { Drawer } from '../state/drawers.ts';
import { nameOf } from '../state/names.ts';
import { DIRECT, channel, guild, guildId, view } from '../state/place.ts';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { ChannelIcon } from './channel-icon.tsx';

const NARROW = '(max-width: 900px)';

/** The channel's name and topic, and what opens the lists beside it. */
export function Header() {
  const isDirect = guildId.value === DIRECT;
  const title = isDirect ? nameOf(view.value?.botId ?? '') : (channel.value?.name ?? guild.value?.name ?? '');
  return (
    <header class="header">
      <button
        type="button"
        class="icon-button narrow-only"
        aria-label="Servers and channels"
        aria-expanded={drawer.value === 'channels'}
        onClick={() => toggleDrawer('channels')}
      >
        ☰
      </button>
      {channel.value && <ChannelIcon type={channel.value.type} />}
      <h1>{title}</h1>
      {channel.value?.isAgeRestricted && (
        <span class="badge" title="Age-restricted channel">
          18+
        </span>
      )}
      {channel.value?.topic && <p class="topic">{channel.value.topic}</p>}
      <span class="spring" />
      <span class="sandbox-mark" title="A local Discord for trying the bot">
        Sandbox
      </span>
      <ThemeSwitch />
      {slots.Inspector.value && (
        <button
          type="button"
          class="icon-button"
          aria-label="Inspector"
          title="Inspector"
          aria-pressed={showsInspector.value}
          onClick={toggleInspector}
        >
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path
              fill="currentColor"
              d="M10 3a7 7 0 1 0 4.200 12.600l5.100 5.100 1.400-1.400-5.100-5.100A7 7 0 0 0 10 3m0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10"
            />
          </svg>
        </button>
      )}
      {!isDirect && (
        <button
          type="button"
          class="icon-button"
          aria-label="Members"
          title="Members"
          aria-pressed={matchMedia(NARROW).matches ? drawer.value === 'members' : showsMembers.value}
          onClick={toggleMembers}
        >
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path
              fill="currentColor"
              d="M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8m0 2c-4 0-7 2-7 5v2h14v-2c0-3-3-5-7-5m7-2a3.500 3.500 0 1 0-1-6.800A6 6 0 0 1 14 10a3 3 0 0 0 2 1m2 9h4v-2c0-2.400-2-4-4.700-4.600A6 6 0 0 1 18 18z"
            />
          </svg>
        </button>
      )}
    </header>
  );
}

function toggleDrawer(which: NonNullable<Drawer>): void {
  drawer.value = drawer.value === which ? undefined : which;
}

function toggleMembers(): void {
  if (matchMedia(NARROW).matches) return toggleDrawer('members');
  showsMembers.value = !showsMembers.value;
}

function toggleInspector(): void {
  showsInspector.value = !showsInspector.value;
  if (matchMedia(NARROW).matches) drawer.value = showsInspector.value ? 'inspector' : undefined;
}
