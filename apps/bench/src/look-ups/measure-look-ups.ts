import type { Limit, Section } from '@twi/proving';
import { type MeasuredHost, startMeasuredHost } from '../measure/measured-host.ts';
import { callCost, promiseCost } from './call-cost.ts';
import { addGuilds, GUILD_IDS } from './many-guilds.ts';
import { type AskingContext, manyPlugins, NODE, PLUGINS } from './many-plugins.ts';

const EVENTS = 1_000_000;
const ASKED = 200_000;
/** Steps that share no divisor with the numbers of guilds and plugins: all come, in an order that caches do not like. */
const GUILD_STEP = 7_919;
const PLUGIN_STEP = 31;
const MOST_GATE_NS = 100;
const MOST_LOOK_UP_NS = 1_000;

/** Asks a real host what it has to know before anything of a plugin may run. */
export async function measureLookUps(): Promise<Section> {
  let context: AskingContext | undefined;
  await using world = await startMeasuredHost({
    plugins: manyPlugins((given) => (context = given)),
    prepare: ({ database }) => addGuilds(database),
  });
  if (!context) throw new TypeError('The first plugin was not set up.');
  const gate = await gateCost(world);
  const settings = await settingsCost(context);
  const permissions = await permissionCost(world, context);
  const rows = { ...gate, ...settings, ...permissions };
  return {
    id: 'look-ups',
    columns: [`${PLUGINS} plugins, ${GUILD_IDS.length.toLocaleString('en')} servers`, 'ns each'],
    rows: Object.entries(rows).map(([what, ns]) => [what, ns.toFixed(0)]),
    limits: [
      limit('the gate, for an event', gate['the gate, without the loop around it'], MOST_GATE_NS),
      limit('settings, the slowest', Math.max(...Object.values(settings)), MOST_LOOK_UP_NS),
      limit('permissions, the slowest', Math.max(...Object.values(permissions)), MOST_LOOK_UP_NS),
    ],
  };
}

function limit(what: string, measured: number, atMost: number): Limit {
  return { what, measured, atMost, unit: 'ns' };
}

/** Half of the plugins are on in each guild. */
async function gateCost({ host: { gate } }: MeasuredHost) {
  const plugins = Array.from({ length: PLUGINS }, (_, index) => `empty-${index}`);
  const pluginOf = (event: number): string => plugins[(event * PLUGIN_STEP) % plugins.length] ?? '';
  const decide = await callCost(EVENTS, (event) => gate.decide(pluginOf(event), guildOf(event)) === 'open');
  const loop = await callCost(EVENTS, (event) => pluginOf(event).length < guildOf(event).length);
  return {
    'the gate': decide,
    'the loop around it': loop,
    'the gate, without the loop around it': decide - loop,
  };
}

/** Every guild's, all of them read before. */
async function settingsCost({ settings }: AskingContext) {
  const get = (call: number) => settings.get(guildOf(call));
  for (let call = 0; call < GUILD_IDS.length; call += 1) await get(call);
  return {
    settings: await promiseCost(ASKED, get),
    'settings, without a promise': await callCost(
      ASKED,
      (call) => settings.known(guildOf(call)) !== undefined,
    ),
  };
}

/** Of somebody who holds it by a permission of Discord's alone. */
async function permissionCost({ sandbox, host }: MeasuredHost, { permissions }: AskingContext) {
  const guild = sandbox.createGuild({ name: 'Roles' });
  const { id } = sandbox.createUser({ username: 'asked' });
  guild.addMember(id);
  const member = await (await host.client.guilds.fetch(guild.id)).members.fetch(id);
  const allows = () => permissions.allows(member, NODE);
  await allows();
  return { 'a permission, where the server has no rules of its own': await promiseCost(ASKED, allows) };
}

function guildOf(call: number): string {
  return GUILD_IDS[(call * GUILD_STEP) % GUILD_IDS.length] ?? '';
}
