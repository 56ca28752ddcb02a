import type { PluginLocales } from '@twi/sdk';
import { expect, test } from 'vitest';
import { coreLocales } from '../../src/core/locales/core-locales.ts';
import { localeFaults } from '../../src/locales/locale-faults.ts';

const english = {
  hello: 'Hello, {{name}}!',
  menu: { tea: 'Tea' },
  cups_one: 'one cup',
  cups_other: '{{count, number}} cups',
};

/** What is found in a German translation of the words above. */
const faultsOf = (german: object): string[] => localeFaults({ locales: { 'en-US': english, de: german } });

test.each([
  ['nothing at all', {}],
  ['some of the texts', { menu: { tea: 'Tee' } }],
  ['the placeholders elsewhere', { hello: '{{name}}, hallo!' }],
  ['a format of its own', { cups_one: 'eine Tasse', cups_other: '{{count}} Tassen' }],
  ['more forms of plural', { cups_few: '{{count}} Tassen', cups_other: '{{count}} Tassen' }],
  ['words for commands, whose English is elsewhere', { commands: { brew: { description: 'Brüht.' } } }],
])('a translation with %s is taken', (_what, german) => {
  expect(faultsOf(german)).toEqual([]);
});

test.each([
  ['a key that English does not have', { menu: { coffee: 'Kaffee' } }, '"locales.de.menu.coffee" translates'],
  [
    'a placeholder less',
    { hello: 'Hallo!' },
    '"locales.de.hello" must have the placeholders of "en-US": name',
  ],
  [
    'another placeholder',
    { menu: { tea: 'Tee {{kind}}' } },
    '"locales.de.menu.tea" must have the placeholders',
  ],
])('a translation with %s is refused by its key', (_what, german, fault) => {
  expect(faultsOf(german)).toEqual([expect.stringContaining(fault)]);
});

test('there is no translation without English', () => {
  const locales = { de: { hello: 'Hallo!' } } as unknown as PluginLocales; // -- as JavaScript may write it
  expect(localeFaults({ locales })).toEqual(['"locales" must have "en-US", which the others translate']);
});

test('a language that Discord does not know is refused', () => {
  const locales = { 'en-US': english, 'de-AT': {} };
  expect(localeFaults({ locales })).toEqual([expect.stringContaining('"locales.de-AT" is none of Discord')]);
});

test('the translations of core say all that English says', () => {
  expect(localeFaults({ locales: coreLocales })).toEqual([]);
});
