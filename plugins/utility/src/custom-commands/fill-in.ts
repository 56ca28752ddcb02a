import { escaped } from '@twi/sdk';

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

/** Of people, roles and channels. Splitting by it leaves every second part a mention. */
const MENTION = /(<(?:@[!&]?|#)\d+>)/;

/** Fills in a text in one go, so that placeholders in what people typed stay what they are. */
export function fillIn(text: string, { user, server, channel, args, count }: FilledIn): string {
  const values: Record<string, string> = {
    user,
    channel,
    server: escaped(server),
    args: args.split(MENTION).map(shown).join(''),
    count: String(count),
  };
  return text.replaceAll(PLACEHOLDER, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Mentions stay, as who mentions somebody means them; a message from a custom command pings nobody. */
function shown(part: string, index: number): string {
  return index % 2 === 1 ? part : escaped(part);
}
