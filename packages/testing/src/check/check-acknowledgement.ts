import { type Exchange, SandboxActionError } from '@twi/sandbox';
import { ApplicationCommandType } from 'discord.js';
import { complaintsIn } from '../complaints.ts';
import type { TestGuild } from '../test-guild.ts';
import type { Specimen } from './specimen.ts';
import type { Fault, Findings } from './fault.ts';
import { sampleCalls } from './sample-calls.ts';

/** Discord gives three seconds (Receiving and Responding › Followup Messages); the way there and back takes some. */
const ACKNOWLEDGE_WITHIN_MS = 2_000;

/** A use of something of the plugin's, by what people call it. */
interface Use {
  readonly where: string;
  readonly run: () => Promise<Exchange | undefined>;
}

/** Uses every command with generated options: each has to be acknowledged in time and must not fail by a bug. */
export async function checkAcknowledgement(specimen: Specimen): Promise<Findings> {
  const { bot, plugin } = specimen;
  const guild = await bot.guild({ enable: [plugin.id] });
  const faults: Fault[] = [];
  const commands = bot.host.plugins.get(plugin.id)?.commands ?? [];
  const visible = commands.filter(({ name }) => guild.owner.commands.includes(name));
  for (const use of usesOf(visible, guild)) faults.push(...(await observe(specimen, use)));
  const hidden = commands.filter((command) => !visible.includes(command));
  return {
    faults,
    notes: hidden.map(({ name }) => `The owner does not see "${name}", so it was not tried.`),
  };
}

type Commands = NonNullable<ReturnType<Specimen['bot']['host']['plugins']['get']>>['commands'];

function usesOf(commands: Commands, guild: TestGuild): Use[] {
  const { actor } = guild.owner;
  return commands.flatMap(({ name, type, json }): Use[] => {
    const where = `command "${name}"`;
    if (type === ApplicationCommandType.User)
      return [{ where, run: () => actor.contextMenu(name, { userId: guild.member().id }) }];
    if (type === ApplicationCommandType.Message)
      return [
        { where, run: async () => actor.contextMenu(name, { messageId: (await actor.send('sample')).id }) },
      ];
    const calls = sampleCalls('options' in json ? json : { name }, guild);
    return calls.flatMap(({ line, values, suggesting }): Use[] => [
      ...suggesting.map((focused) => ({
        where: `option "${focused}" of command "${line}"`,
        run: async () => void (await actor.autocomplete(line, values, { focused })),
      })),
      { where: `command "${line}"`, run: () => actor.slash(line, values) },
    ]);
  });
}

async function observe({ bot }: Specimen, { where, run }: Use): Promise<Fault[]> {
  const logged = bot.logs.length;
  const startedAt = performance.now();
  try {
    const exchange = await run();
    if (exchange && !exchange.modal) await exchange.settled();
    const elapsed = exchange?.acknowledgedAfterMs ?? performance.now() - startedAt;
    if (elapsed > ACKNOWLEDGE_WITHIN_MS) return [{ where, message: tooLate(elapsed) }];
  } catch (error) {
    if (!(error instanceof SandboxActionError)) throw error;
    return [{ where, message: `${error.message}.` }];
  }
  const bug = complaintsIn(bot.logs.slice(logged)).find(({ level }) => level === 'error');
  return bug ? [{ where, message: `it fails by a bug: ${bug.text}` }] : [];
}

const tooLate = (elapsed: number): string =>
  `it is acknowledged after ${Math.round(elapsed)} ms, of ${ACKNOWLEDGE_WITHIN_MS} ms allowed; defer the reply first.`;
