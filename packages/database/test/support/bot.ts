import { startDatabase } from '@twi/database';

// The program behind bot-process.ts: opens the database of a data directory and holds it until it is told to stop.
try {
  const handle = await startDatabase({ dataDir: process.argv[2] ?? '' });
  process.once('message', () => {
    void handle.close().then(() => process.disconnect());
  });
  process.send?.({ url: handle.url });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  process.send?.({ error: name, message }, () => process.disconnect());
}
