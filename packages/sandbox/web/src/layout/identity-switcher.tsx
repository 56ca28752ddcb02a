import { useSignal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { addPerson } from '../state/acts.ts';
import { cssColor, nameOf, rolesOf, userOf } from '../state/names.ts';
import { playAs } from '../state/navigation.ts';
import { attempt } from '../state/notices.ts';
import { guild, me, view } from '../state/place.ts';
import { avatarOf } from './avatar.ts';

/** Who is played; opens the list of everybody who can be. */
export function IdentitySwitcher() {
  const isOpen = useSignal(false);
  const user = userOf(me.value);
  if (!user) return null;
  return (
    <div class="identity" onKeyDown={(event) => event.key === 'Escape' && (isOpen.value = false)}>
      {isOpen.value && <People isOpen={isOpen} />}
      <button
        type="button"
        class="identity-current"
        aria-haspopup="true"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <img class="round" src={avatarOf(user)} alt="" width="32" height="32" />
        <span class="identity-name">
          <span class="hidden">You are </span>
          <strong>{nameOf(user.id)}</strong>
          <small>{standingOf(user.id)}</small>
        </span>
        <span class="identity-switch">Switch</span>
      </button>
    </div>
  );
}

function People({ isOpen }: { isOpen: Signal<boolean> }) {
  const people = (view.value?.users ?? [])
    .filter(({ bot }) => !bot)
    .toSorted((a, b) => Number(isAbsent(a.id)) - Number(isAbsent(b.id)));
  const play = (id: string) => {
    isOpen.value = false;
    playAs(id);
  };
  return (
    <div class="people" role="group" aria-label="Who you are">
      <h3 class="group-title">Play a member</h3>
      <ul>
        {people.map((user) => (
          <li key={user.id}>
            <button
              type="button"
              class="person"
              aria-current={user.id === me.value}
              onClick={() => play(user.id)}
            >
              <img class="round" src={avatarOf(user)} alt="" width="28" height="28" />
              <span class="person-name">{nameOf(user.id)}</span>
              <Roles userId={user.id} />
            </button>
          </li>
        ))}
      </ul>
      <NewPerson isOpen={isOpen} />
    </div>
  );
}

function Roles({ userId }: { userId: string }) {
  return (
    <span class="person-roles">
      {guild.value?.ownerId === userId && <span class="role-pill">Owner</span>}
      {rolesOf(userId).map((role) => (
        <span
          key={role.id}
          class="role-pill"
          style={{ borderColor: role.color === 0 ? undefined : cssColor(role.color) }}
        >
          {role.name}
        </span>
      ))}
      {isAbsent(userId) && <span class="role-pill">not in server</span>}
    </span>
  );
}

function NewPerson({ isOpen }: { isOpen: Signal<boolean> }) {
  const name = useSignal('');
  const add = async () => {
    await addPerson(name.value.trim());
    isOpen.value = false;
  };
  return (
    <form
      class="new-person"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(add);
      }}
    >
      <input
        aria-label="Name of a new member"
        placeholder="new member"
        pattern="[a-z0-9_.]{2,32}"
        title="2-32 of a-z, 0-9, _ and ."
        required
        value={name}
        onInput={({ currentTarget }) => (name.value = currentTarget.value)}
      />
      <button type="submit" class="primary">
        Add
      </button>
    </form>
  );
}

function standingOf(userId: string): string {
  if (guild.value?.ownerId === userId) return 'Owner';
  if (isAbsent(userId)) return 'Not in this server';
  return rolesOf(userId)[0]?.name ?? 'Member';
}

function isAbsent(userId: string): boolean {
  return guild.value !== undefined && !guild.value.members.some(({ user }) => user.id === userId);
}
