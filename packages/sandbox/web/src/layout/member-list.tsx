import type { APIGuildMember } from 'discord-api-types/v10';
import { openMenu } from '../menu/menu.ts';
import { colorOf, nameOf, rolesOf } from '../state/names.ts';
import { DIRECT, guild, guildId, view } from '../state/place.ts';
import { avatarOf } from './avatar.ts';
import { memberMenu } from './member-menu.ts';
import { Icon } from '../theme/icon.tsx';

interface Group {
  readonly title: string;
  readonly members: readonly APIGuildMember[];
}

/** The members of the guild, grouped by the highest role that is shown apart. */
export function MemberList() {
  if (guildId.value === DIRECT || !guild.value?.isMember) return null;
  return (
    <aside class="side side-right members" aria-label="Members">
      {groups().map(({ title, members }) => (
        <section key={title} aria-label={title}>
          <h2 class="group-title">
            {title} — {members.length}
          </h2>
          <ul>
            {members.map((member) => (
              <li key={member.user.id}>
                <Member member={member} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

function Member({ member }: { member: APIGuildMember }) {
  const { user } = member;
  const isAway = user.bot === true && !view.value?.isBotOnline;
  const name = nameOf(user.id);
  const open = (event: MouseEvent) => openMenu(event, name, memberMenu(member));
  return (
    <button
      type="button"
      class={isAway ? 'member away' : 'member'}
      aria-haspopup="menu"
      onClick={open}
      onContextMenu={open}
    >
      <span class="avatar">
        <img src={avatarOf(user)} alt="" width="32" height="32" />
        <i
          class={isAway ? 'presence' : 'presence online'}
          role="img"
          aria-label={isAway ? 'offline' : 'online'}
        />
      </span>
      <span class="member-name" style={{ color: colorOf(user.id) }}>
        {name}
      </span>
      {user.id === guild.value?.ownerId && <Icon name="crown" label="Server owner" />}
      {user.bot && <span class="app-tag">APP</span>}
      {isTimedOut(member) && <Icon name="muted" label="Timed out" />}
    </button>
  );
}

function isTimedOut({ communication_disabled_until: until }: APIGuildMember): boolean {
  return until !== null && until !== undefined && Date.parse(until) > Date.now();
}

function groups(): Group[] {
  const grouped = new Map<string, APIGuildMember[]>();
  const titles = ['Online', 'Offline'];
  const hoisted = (guild.value?.roles ?? [])
    .filter((role) => role.hoist)
    .toSorted((a, b) => b.position - a.position);
  for (const title of [...hoisted.map((role) => role.name), ...titles]) grouped.set(title, []);
  for (const member of guild.value?.members ?? []) grouped.get(groupOf(member))?.push(member);
  return Array.from(grouped, ([title, members]) => ({
    title,
    members: members.toSorted((a, b) => nameOf(a.user.id).localeCompare(nameOf(b.user.id))),
  })).filter(({ members }) => members.length > 0);
}

function groupOf({ user }: APIGuildMember): string {
  if (user.bot && !view.value?.isBotOnline) return 'Offline';
  return rolesOf(user.id).find((role) => role.hoist)?.name ?? 'Online';
}
