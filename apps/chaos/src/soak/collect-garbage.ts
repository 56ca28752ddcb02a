import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { runInNewContext } from 'node:vm';

// Loaded into the bot before anything else: what is in use is known only when what is not has been collected.
if (isMainThread) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // -- what the flag adds
  process.on('SIGUSR2', () => collect());
}
