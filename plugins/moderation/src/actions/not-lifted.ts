/** What an action leaves in force that should have ended with it: the ban of a softban that Discord would not lift. */
export class NotLifted {
  /** Why, as a sentence without its subject. */
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}
