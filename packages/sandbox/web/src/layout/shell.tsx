import { useEffect } from 'preact/hooks';
import { slots } from '../slots.ts';
import { MessagePane } from '../messages/message-pane.tsx';
import { drawer, closeDrawer, showsInspector, showsMembers } from '../state/drawers.ts';
import { isConnected } from '../state/connection.ts';
import { outdated } from '../state/version.ts';
import { view } from '../state/place.ts';
import { ChannelList } from './channel-list.tsx';
import { GuildRail } from './guild-rail.tsx';
import { Header } from './header.tsx';
import { IdentitySwitcher } from './identity-switcher.tsx';
import { MeasureDialog } from './measure-dialog.tsx';
import { openMeasure, rolesOpenFor } from './open-measure.ts';
import { RolesDialog } from './roles-dialog.tsx';
import { MemberList } from './member-list.tsx';
import { NoticeList } from './notice-list.tsx';
import { VersionNotice } from './version-notice.tsx';

/** What gets the focus when a drawer is opened. */
const FIRST_IN = {
  channels: '.side-left button',
  members: '.members button',
  inspector: '.inspector button, .inspector input',
} as const;

/** The page's frame: guilds and channels at the left, the chat, members and inspector at the right. */
export function Shell() {
  useEffect(() => {
    if (drawer.value) document.querySelector<HTMLElement>(FIRST_IN[drawer.value])?.focus();
  }, [drawer.value]);
  if (outdated.value) return <VersionNotice />;
  if (!view.value)
    return (
      <p class="connecting" role="status">
        {isConnected.value ? 'Loading…' : 'Connecting to the sandbox…'}
      </p>
    );
  const Inspector = slots.Inspector.value;
  const Overlay = slots.Overlay.value;
  return (
    <div class="shell" data-drawer={drawer.value} onKeyDown={onKeyDown}>
      {drawer.value && (
        <button type="button" class="scrim" aria-label="Close the drawer" onClick={closeDrawer} />
      )}
      <div class="side side-left">
        <GuildRail />
        <div class="channels">
          <ChannelList />
          <IdentitySwitcher />
        </div>
      </div>
      <main class="chat">
        <Header />
        <Absence />
        <MessagePane />
      </main>
      {showsMembers.value && <MemberList />}
      {Inspector && showsInspector.value && (
        <aside class="side side-right inspector" aria-label="Inspector">
          <Inspector />
        </aside>
      )}
      {Overlay && <Overlay />}
      {openMeasure.value && <MeasureDialog open={openMeasure.value} />}
      {rolesOpenFor.value !== undefined && <RolesDialog userId={rolesOpenFor.value} />}
      <NoticeList />
    </div>
  );
}

/** Says what is missing while the sandbox, or the bot in it, is away. */
function Absence() {
  const text = isConnected.value
    ? !view.value?.isBotOnline && 'The bot is not connected. It answers nothing until it is.'
    : 'The sandbox is away. Trying again…';
  return text ? (
    <p class="offline" role="status">
      {text}
    </p>
  ) : null;
}

function onKeyDown({ key }: KeyboardEvent): void {
  if (key === 'Escape') closeDrawer();
}
