import type { APIRole } from 'discord-api-types/v10';
import { useEffect, useId, useRef } from 'preact/hooks';
import { moderate } from '../state/acts.ts';
import { cssColor, nameOf, rolesOf } from '../state/names.ts';
import { attempt } from '../state/notices.ts';
import { guild, me } from '../state/place.ts';
import { rolesOpenFor } from './open-measure.ts';

/** Gives a member roles and takes them away; each tick acts at once, as in Discord. */
export function RolesDialog({ userId }: { readonly userId: string }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const owned = new Set(rolesOf(userId).map((role) => role.id));
  const roles = (guild.value?.roles ?? [])
    .filter((role) => role.id !== guild.value?.id)
    .toSorted((a, b) => b.position - a.position);
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={`${id}-title`}
      onClose={() => (rolesOpenFor.value = undefined)}
    >
      <form method="dialog">
        <h2 id={`${id}-title`}>Roles of {nameOf(userId)}</h2>
        <div class="role-choices">
          {roles.map((role) => (
            <label key={role.id} class="choice">
              <input
                type="checkbox"
                checked={owned.has(role.id)}
                disabled={!mayGive(role)}
                onChange={({ currentTarget }) => {
                  const type = currentTarget.checked ? 'add-role' : 'remove-role';
                  attempt(() => moderate(userId, { type, roleId: role.id }));
                }}
              />
              <i
                class="role-dot"
                aria-hidden="true"
                style={role.color === 0 ? undefined : { background: cssColor(role.color) }}
              />
              <span>
                {role.name}
                {role.managed && <small>Belongs to a bot, and stays with it.</small>}
              </span>
            </label>
          ))}
        </div>
        {roles.length === 0 && <p class="modal-description">This server has no roles to give.</p>}
        <div class="modal-actions">
          <button type="submit" class="component-button button-primary">
            Done
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** Nobody but the owner gives a role as high as their own highest. */
function mayGive(role: APIRole): boolean {
  if (role.managed) return false;
  const own = rolesOf(me.value)[0]?.position ?? 0;
  return guild.value?.ownerId === me.value || role.position < own;
}
