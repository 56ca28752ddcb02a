/** What a part of the bot, such as a plugin, says that it registers. Discord knows nothing of it. */
export interface CommandGroup {
  /** What people call the part; the heading of its commands. */
  readonly title: string;
  readonly commands: readonly {
    readonly name: string;
    /** As Discord numbers them: 1 typed, 2 on users, 3 on messages, 4 an activity's entry point. */
    readonly type: number;
  }[];
}
