import { startDatabase } from '@twi/database';

// The program behind bot-process.ts: opens the database of a data directory and holds it until it is told to stop, or
// the test that started it is gone.
try {
  const handle = await startDatabase({ dataDir: process.argv[2] ?? '' });
  process.once('message', () => process.disconnect());
  process.once('disconnect', () => void handle.close());
  process.send?.({ url: handle.url });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  process.send?.({ error: name, message }, () => process.disconnect());
}
