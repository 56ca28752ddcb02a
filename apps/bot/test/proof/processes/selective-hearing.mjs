// Loaded into a process of the bot before anything else. Two processes of one shard hear the same events, and the first to
// answer wins; a proof that asks one of them makes the other deaf to people meanwhile. Jobs, notifications of the
// database and what Discord tells of everything else go on. Signals switch it, and the process says so.
import { EventEmitter } from 'node:events';

const PEOPLE = new Set(['interactionCreate', 'messageCreate']);
// oxlint-disable-next-line typescript/unbound-method -- called with the emitter at hand
const emit = EventEmitter.prototype.emit;
let isDeaf = false;

EventEmitter.prototype.emit = function emitUnlessDeaf(event, ...values) {
  return isDeaf && PEOPLE.has(event) ? false : emit.call(this, event, ...values);
};

for (const [signal, value] of [
  ['SIGUSR2', true],
  ['SIGWINCH', false],
])
  process.on(signal, () => {
    isDeaf = value;
    process.stdout.write(`[deaf: ${value}]\n`);
  });
