import { expect, test } from 'vitest';
import { GuildRules } from '../src/counting/guild-rules.ts';
import type { StatsContext } from '../src/context.ts';

type Settings = Awaited<ReturnType<StatsContext['settings']['get']>>;

const SETTINGS = { ignoredChannels: ['5'], ignoredRoles: [] } as unknown as Settings;
const CHOICES = { prefix: null, locale: 'en-US', timeZone: 'UTC' } as const;
const GONE = new Error('The database is gone.');

/** Rules whose settings are read when the test lets them be, in the order in which they were asked for. */
function newRules() {
  const asked: PromiseWithResolvers<Settings>[] = [];
  const rules = new GuildRules({
    logger: { debug: () => {} },
    settings: {
      known: () => undefined,
      get: () => {
        const answer = Promise.withResolvers<Settings>();
        asked.push(answer);
        return answer.promise;
      },
    },
    guild: () => Promise.resolve(CHOICES),
  } as unknown as StatsContext);
  return { rules, asked };
}

/** Asks for the rules of a guild, and notes when they came. */
function ask(rules: GuildRules, guildId: string, name: string, order: string[]): Promise<void> {
  return rules.of(guildId).then(
    () => void order.push(name),
    () => void order.push(`${name} failed`),
  );
}

async function known(...guildIds: readonly string[]) {
  const { rules, asked } = newRules();
  for (const guildId of guildIds) {
    const read = rules.of(guildId);
    asked.pop()!.resolve(SETTINGS);
    expect(await read).toEqual({ ignoredChannels: ['5'], ignoredRoles: [], timeZone: 'UTC' });
  }
  return { rules, asked };
}

test('rules that cannot be read are those that held last', async () => {
  const { rules, asked } = await known('1');
  const read = rules.of('1');
  asked.pop()!.reject(GONE);
  expect((await read).ignoredChannels).toEqual(['5']);
});

test('rules that were never read are not made up', async () => {
  const { rules, asked } = newRules();
  const read = rules.of('1');
  asked.pop()!.reject(GONE);
  await expect(read).rejects.toThrow(GONE.message);
});

test('nobody overtakes who asked before, also when another guild was told that there is no answer', async () => {
  const { rules, asked } = await known('1', '2');
  const order: string[] = [];
  const first = ask(rules, '1', 'first of 1', order);
  const second = ask(rules, '2', 'first of 2', order);
  const [ofOne, ofTwo] = asked;
  ofOne!.reject(GONE);
  await first;

  const later = ask(rules, '2', 'second of 2', order);
  await new Promise(setImmediate);
  expect(order).toEqual(['first of 1']);

  ofTwo!.reject(GONE);
  await Promise.all([second, later]);
  expect(order).toEqual(['first of 1', 'first of 2', 'second of 2']);
});

test('after an outage, rules are asked for again as soon as any could be read', async () => {
  const { rules, asked } = await known('1');
  const failed = rules.of('1');
  asked.pop()!.reject(GONE);
  await failed;

  const other = rules.of('2');
  asked.pop()!.resolve(SETTINGS);
  await other;
  const changed = rules.of('1');
  asked.pop()!.resolve({ ...SETTINGS, ignoredChannels: ['6'] });

  expect((await changed).ignoredChannels).toEqual(['6']);
});
