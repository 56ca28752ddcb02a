import type { ILogger } from '@sapphire/framework';
import { ConfigurationError } from '@twi/sdk';
import { type Client, Events } from 'discord.js';
import type { ErrorHandler } from '../errors/error-handler.ts';
import type { PluginDirectories } from '../lifecycle/plugin-directories.ts';
import type { Scope } from '../lifecycle/scope.ts';
import { DisallowedIntentsError, onDisallowedIntents } from './disallowed-intents.ts';
import { ProcessErrors } from './process-errors.ts';

export interface WatchErrorsParts {
  readonly errors: Pick<ErrorHandler, 'handle'>;
  readonly directories: PluginDirectories;
  readonly logger: ILogger;
  readonly onFatal: (error: unknown) => void;
}

/** Brings errors that nobody caught to the error handler where they are a plugin's, and to the log where not. */
export function watchProcess(
  { errors, directories, logger, onFatal }: WatchErrorsParts,
  scope: Scope,
): ProcessErrors {
  const processErrors = new ProcessErrors({
    ownerOf: (stack) => directories.ownerOf(stack),
    onPluginError: (plugin, error) =>
      void errors.handle(error, { plugin, kind: 'timer', name: 'work that nobody awaits' }),
    onStrayRejection: (error) => logger.error('A promise was rejected that nobody awaits.', error),
    onFatal: (error) => {
      // What an operator has to set up is told by its message alone.
      if (error instanceof ConfigurationError) logger.fatal(error.message);
      else logger.fatal('An exception was not caught; the state of the process is unknown.', error);
      onFatal(error);
    },
  });
  scope.defer('ending the watch on the process', processErrors.listen());
  return processErrors;
}

/** Does the same for what surfaces at the client, as the failures of listeners that were attached by hand do. */
export function watchClient(client: Client, processErrors: ProcessErrors): void {
  client.on(Events.Error, (error) => processErrors.escaped(error));
  client.on(Events.Invalidated, () =>
    processErrors.fatal(new Error('Discord invalidated the session; the bot has to be started again.')),
  );
  // Before the bot is ready, its start fails by itself.
  client.once(Events.ClientReady, () =>
    onDisallowedIntents(client, () => processErrors.fatal(new DisallowedIntentsError())),
  );
}
