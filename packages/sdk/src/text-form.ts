import type {} from '@sapphire/framework';
import type {} from '@sapphire/plugin-subcommands';

declare module '@sapphire/framework' {
  interface CommandOptions {
    /**
     * Lets the command be typed as a message too: `!warn @mallory Spam`, or with a mention of the bot for the prefix. The
     * host reads the message by the command's options and calls `chatInputRun`; of a command with subcommands, all.
     */
    text?: true;
  }
}

declare module '@sapphire/plugin-subcommands' {
  interface SubcommandMappingMethod {
    /** Keeps a subcommand out of a command with `text: true`. */
    text?: false;
  }
}
