import { Listener, LogLevel, SapphireClient, container } from '@sapphire/framework';
import { Events } from 'discord.js';
import { LISTENING_INTENTS } from './listening-intents.ts';
import { API_URL, reportReady, TOKEN } from './parent.ts';
import { tellEnds } from './tell-ends.ts';

let seen = 0;

class CountListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  override run(): void {
    seen += 1;
  }
}

const client = new SapphireClient({
  intents: LISTENING_INTENTS,
  rest: { api: API_URL },
  baseUserDirectory: null,
  logger: { level: LogLevel.None },
});
await container.stores.loadPiece({ store: 'listeners', name: 'count', piece: CountListener });
client.once(Events.ClientReady, reportReady);
tellEnds(client, { seen: () => seen });
await client.login(TOKEN);
