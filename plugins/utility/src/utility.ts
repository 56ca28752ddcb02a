import type { UtilityContext } from './context.ts';
import { CustomAnswers } from './custom-commands/custom-answers.ts';
import { CustomCommands } from './custom-commands/custom-commands.ts';
import { Pins } from './pins/pins.ts';
import { Quotes } from './quotes/quotes.ts';
import { Reminders } from './reminders/reminders.ts';
import { Speech } from './speech/speech.ts';
import { RoleChoices } from './roles/role-choices.ts';
import { RolePanels } from './roles/role-panels.ts';
import { SelfRoles } from './roles/self-roles.ts';

/** What the plugin can do. Commands, buttons and jobs all end here. */
export class Utility {
  readonly quotes: Quotes;
  readonly reminders: Reminders;
  readonly speech: Speech;
  /** The commands that servers make. */
  readonly customCommands: CustomCommands;
  /** What those answer. */
  readonly customAnswers: CustomAnswers;
  readonly pins: Pins;
  /** Which roles members may take. */
  readonly roles: SelfRoles;
  /** What members take of them. */
  readonly roleChoices: RoleChoices;
  /** Where they take them in menus. */
  readonly rolePanels: RolePanels;

  constructor(context: UtilityContext) {
    this.quotes = new Quotes(context);
    this.reminders = new Reminders(context);
    this.speech = new Speech(context);
    this.customCommands = new CustomCommands(context);
    this.customAnswers = new CustomAnswers(context, this.customCommands);
    this.pins = new Pins(context);
    this.roles = new SelfRoles(context);
    this.roleChoices = new RoleChoices(context, this.roles);
    this.rolePanels = new RolePanels(context);
  }
}
