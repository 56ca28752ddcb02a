import { CleanUpRoleListener } from './role-delete-clean-up.ts';
import { RefreshPanelsListener } from './role-update-refresh.ts';

/** The listeners for roles to choose, pins and the commands of a server, by event and purpose. */
export const choiceListeners = {
  'role-delete-clean-up': CleanUpRoleListener,
  'role-update-refresh': RefreshPanelsListener,
};
