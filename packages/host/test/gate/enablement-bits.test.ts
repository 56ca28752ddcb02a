import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EnablementBits } from '../../src/gate/enablement-bits.ts';

/** More than fit into one word, and the last of one and the first of the next among them. */
const PLUGINS = Array.from({ length: 70 }, (_, index) => `plugin-${index}`);
const GUILDS = ['100000000000000001', '100000000000000002', '100000000000000003'];

test('knows which plugins are on in which guild, however many there are and however often that changes', () => {
  const change = fc.record({ guild: fc.constantFrom(...GUILDS), plugins: fc.subarray(PLUGINS) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const bits = new EnablementBits();
      const model = new Map<string, readonly string[]>();
      for (const { guild, plugins } of changes) {
        bits.set(guild, plugins);
        model.set(guild, plugins);
      }
      const isOn = (guild: string, plugin: string): boolean => model.get(guild)?.includes(plugin) ?? false;
      for (const guild of GUILDS) {
        for (const plugin of PLUGINS) expect(bits.has(guild, plugin)).toBe(isOn(guild, plugin));
        expect(new Set(bits.pluginsOf(guild))).toEqual(new Set(model.get(guild)));
      }
      for (const plugin of PLUGINS)
        expect(bits.guildsOf(plugin).toSorted()).toEqual(GUILDS.filter((guild) => isOn(guild, plugin)));
      expect(bits.guilds().toSorted()).toEqual(GUILDS.filter((guild) => (model.get(guild)?.length ?? 0) > 0));
    }),
    { numRuns: 50 },
  );
});

test('knows nothing of a plugin or guild that was never heard of', () => {
  const bits = new EnablementBits();
  bits.set('100000000000000001', ['stats']);

  expect(bits.has('100000000000000001', 'gallery')).toBe(false);
  expect(bits.has('100000000000000002', 'stats')).toBe(false);
});
