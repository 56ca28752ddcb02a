import { container } from '@sapphire/pieces';

/**
 * The command of the bot that answers to a name instead of one that a server made, as people type it. Off or on in the
 * server: it would come to answer as soon as somebody switches its plugin on.
 */
export function realCommandOf(name: string): string | undefined {
  const command = container.stores.get('commands').get(name);
  return command && `/${command.name}`;
}
