import { CustomFormHandler } from './custom-form.ts';
import { CustomListHandler } from './custom-list.ts';
import { PinChannelsHandler } from './pin-channels.ts';
import { RoleChoiceHandler } from './role-choice.ts';
import { RolePanelHandler } from './role-panel.ts';
import { RolesHandler } from './roles.ts';

/** What handles the buttons, menus and forms of roles to choose and of the commands of a server. */
export const choiceHandlers = {
  'custom-form': CustomFormHandler,
  'custom-list': CustomListHandler,
  'pin-channels': PinChannelsHandler,
  'role-choice': RoleChoiceHandler,
  'role-panel': RolePanelHandler,
  roles: RolesHandler,
};
