import { callCost } from '../look-ups/call-cost.ts';
import { addGuilds, GUILD_IDS } from '../look-ups/many-guilds.ts';
import { manyPlugins, PLUGINS } from '../look-ups/many-plugins.ts';
import { startMeasuredHost } from '../measure/measured-host.ts';

const EVENTS = 1_000_000;
/** Steps that share no divisor with the numbers of guilds and plugins: all come, in an order that caches do not like. */
const GUILD_STEP = 7_919;
const PLUGIN_STEP = 31;

/** Nanoseconds that the gate takes for an event where there are so many guilds, without the loop around it. */
export async function gateNsAt(guilds: number): Promise<number> {
  await using measured = await startMeasuredHost({
    plugins: manyPlugins(() => {}),
    prepare: ({ database }) => addGuilds(database, guilds),
  });
  const { gate } = measured.host;
  const ids = GUILD_IDS.slice(0, guilds);
  const plugins = Array.from({ length: PLUGINS }, (_, index) => `empty-${index}`);
  const each = (call: (plugin: string, guild: string) => boolean): Promise<number> =>
    callCost(EVENTS, (event) =>
      call(plugins[(event * PLUGIN_STEP) % PLUGINS] ?? '', ids[(event * GUILD_STEP) % guilds] ?? ''),
    );
  const asked = await each((plugin, guild) => gate.decide(plugin, guild) === 'open');
  return asked - (await each((plugin, guild) => plugin.length < guild.length));
}
