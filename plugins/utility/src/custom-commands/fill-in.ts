import { escapeMarkdown } from 'discord.js';

/** What is filled into the text of a command. */
export interface FilledIn {
  /** A mention; mentions of answers never ping. */
  readonly user: string;
  /** The name of the server. */
  readonly server: string;
  /** A mention. */
  readonly channel: string;
  /** What was typed after the name. */
  readonly args: string;
  /** How often the command was used. */
  readonly count: number;
}

const PLACEHOLDER = /\{(user|server|channel|args|count)\}/g;

/** Fills in a text in one go, so that placeholders in what people typed stay what they are. */
export function fillIn(text: string, { user, server, channel, args, count }: FilledIn): string {
  const values: Record<string, string> = {
    user,
    channel,
    server: plain(server),
    args: plain(args),
    count: String(count),
  };
  return text.replaceAll(PLACEHOLDER, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Shows what people wrote as they wrote it: no heading, no link that hides where it leads, in the name of the bot. */
function plain(text: string): string {
  return escapeMarkdown(text, {
    heading: true,
    bulletedList: true,
    numberedList: true,
    maskedLink: true,
  });
}
