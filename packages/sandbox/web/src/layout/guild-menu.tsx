import type { GuildView } from '../../../src/web/live-protocol.ts';
import { openMenu } from '../menu/menu.ts';
import { joinGuild, leaveGuild, unban } from '../state/acts.ts';
import { nameOf } from '../state/names.ts';
import { attempt } from '../state/notices.ts';
import { me } from '../state/place.ts';

/** The guild's name, with what a person does with the guild as a whole. */
export function GuildMenu({ guild }: { guild: GuildView }) {
  if (!guild.isMember) return <Outside guild={guild} />;
  const isOwner = guild.ownerId === me.value;
  const items = [
    ...guild.bannedUserIds.map((id) => ({
      label: `Unban ${nameOf(id)}`,
      run: () => attempt(() => unban(id)),
    })),
    ...(isOwner ? [] : [{ label: 'Leave server', isDangerous: true, run: () => attempt(leaveGuild) }]),
  ];
  return (
    <h2 class="guild-name">
      {items.length === 0 ? (
        guild.name
      ) : (
        <button type="button" aria-haspopup="menu" onClick={(event) => openMenu(event, guild.name, items)}>
          {guild.name} <span aria-hidden="true">⌄</span>
        </button>
      )}
    </h2>
  );
}

function Outside({ guild }: { guild: GuildView }) {
  return (
    <>
      <h2 class="guild-name">{guild.name}</h2>
      <div class="outside">
        <p>{guild.isBanned ? 'You are banned from this server.' : 'You are not in this server.'}</p>
        <button type="button" class="primary" disabled={guild.isBanned} onClick={() => attempt(joinGuild)}>
          Join server
        </button>
      </div>
    </>
  );
}
