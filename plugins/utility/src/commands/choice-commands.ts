import { CustomCommand } from './custom.ts';
import { PinAdminCommand } from './pin-admin.ts';
import { PinCommand } from './pin.ts';
import { RoleAdminCommand } from './role-admin.ts';
import { RolePanelCommand } from './role-panel.ts';
import { RoleCommand } from './role.ts';
import { RolesCommand } from './roles.ts';

/** The commands for roles to choose, pins and the commands of a server. */
export const choiceCommands = {
  custom: CustomCommand,
  pin: PinCommand,
  'pin-admin': PinAdminCommand,
  role: RoleCommand,
  'role-admin': RoleAdminCommand,
  'role-panel': RolePanelCommand,
  roles: RolesCommand,
};
