import { RoleAdminCommand } from './role-admin.ts';
import { RolePanelCommand } from './role-panel.ts';
import { RoleCommand } from './role.ts';
import { RolesCommand } from './roles.ts';

/** The commands for roles to choose, pins and the commands of a server. */
export const choiceCommands = {
  role: RoleCommand,
  'role-admin': RoleAdminCommand,
  'role-panel': RolePanelCommand,
  roles: RolesCommand,
};
