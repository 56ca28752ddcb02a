import { slots } from '../slots.ts';
import { drawer, showsInspector, showsMembers } from '../state/drawers.ts';
import type { Drawer } from '../state/drawers.ts';
import { nameOf } from '../state/names.ts';
import { DIRECT, channel, guild, guildId, view } from '../state/place.ts';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import { Icon } from '../theme/icon.tsx';

const NARROW = '(max-width: 900px)';
/** Where the chat has too little room beside both the members and the inspector. */
const CRAMPED = '(max-width: 1500px)';

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
        <Icon name="menu" />
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
          aria-pressed={isNarrow() ? drawer.value === 'inspector' : showsInspector.value}
          onClick={toggleInspector}
        >
          <Icon name="inspect" />
        </button>
      )}
      {!isDirect && (
        <button
          type="button"
          class="icon-button"
          aria-label="Members"
          title="Members"
          aria-pressed={isNarrow() ? drawer.value === 'members' : showsMembers.value}
          onClick={toggleMembers}
        >
          <Icon name="members" />
        </button>
      )}
    </header>
  );
}

function toggleDrawer(which: NonNullable<Drawer>): void {
  drawer.value = drawer.value === which ? undefined : which;
}

function toggleMembers(): void {
  if (isNarrow()) {
    showsMembers.value = true;
    return toggleDrawer('members');
  }
  showsMembers.value = !showsMembers.value;
}

function toggleInspector(): void {
  if (isNarrow()) {
    showsInspector.value = true;
    return toggleDrawer('inspector');
  }
  showsInspector.value = !showsInspector.value;
  if (showsInspector.value && matchMedia(CRAMPED).matches) showsMembers.value = false;
}

function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}
