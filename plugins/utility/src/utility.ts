import type { UtilityContext } from './context.ts';
import { Reminders } from './reminders/reminders.ts';

/** What the plugin can do. Commands, buttons and jobs all end here. */
export class Utility {
  readonly reminders: Reminders;

  constructor(context: UtilityContext) {
    this.reminders = new Reminders(context);
  }
}
