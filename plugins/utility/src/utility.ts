import type { UtilityContext } from './context.ts';
import { Reminders } from './reminders/reminders.ts';
import { RoleChoices } from './roles/role-choices.ts';
import { RolePanels } from './roles/role-panels.ts';
import { SelfRoles } from './roles/self-roles.ts';

/** What the plugin can do. Commands, buttons and jobs all end here. */
export class Utility {
  readonly reminders: Reminders;
  /** Which roles members may take. */
  readonly roles: SelfRoles;
  /** What members take of them. */
  readonly roleChoices: RoleChoices;
  /** Where they take them in menus. */
  readonly rolePanels: RolePanels;

  constructor(context: UtilityContext) {
    this.reminders = new Reminders(context);
    this.roles = new SelfRoles(context);
    this.roleChoices = new RoleChoices(context, this.roles);
    this.rolePanels = new RolePanels(context);
  }
}
