import {
  ApplicationCommandRegistries,
  type Command,
  Events,
  LogLevel,
  RegisterBehavior,
  SapphireClient,
  container,
} from '@sapphire/framework';
import { API_URL, reportReady, TOKEN } from '../clients/parent.ts';
import { benchCommands } from './bench-commands.ts';
import { INTENTS } from './intents.ts';
import { writeNote } from './plain-notes.ts';
import { reportUse } from './processor-use.ts';

/** Starts a bot on Sapphire alone, whose commands have these options. */
export async function startSapphire(options: Omit<Command.Options, 'name'> = {}): Promise<void> {
  ApplicationCommandRegistries.setDefaultBehaviorWhenNotIdentical(RegisterBehavior.BulkOverwrite);
  const client = new SapphireClient({
    intents: INTENTS,
    rest: { api: API_URL },
    baseUserDirectory: null,
    logger: { level: LogLevel.None },
  });
  for (const [name, piece] of Object.entries(benchCommands({ options, writeNote })))
    await container.stores.loadPiece({ store: 'commands', name, piece });
  client.once(Events.ApplicationCommandRegistriesRegistered, reportReady);
  reportUse();
  await client.login(TOKEN);
}
