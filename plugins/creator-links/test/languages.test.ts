import { startTestBot, type TestBot, translatorFor } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { creatorLinksPlugin } from '../src/plugin.ts';
import { english } from '../src/locales/english.ts';
import { german } from '../src/locales/german.ts';
import { spanish } from '../src/locales/spanish.ts';
import { newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [creatorLinksPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

test('what one person reads is in their language, what all read in that of the server', async () => {
  const { guild } = await newScene(bot);
  await guild.owner.slash('config set', { plugin: 'core', key: 'locale', value: 'es-ES' });
  const cat = guild.member({ username: 'cat', locale: 'de' });

  const added = await cat.slash('creator-link add', { title: 'Kunst', url: 'https://example.org' });
  const refused = await cat.slash('creator-link add', { title: 'Kunst', url: 'https://bit.ly/x' });
  const shown = await cat.slash('creator-link get');

  expect(added.text).toBe('**Kunst** ist hinzugefügt: Website.');
  expect(refused.text).toContain('nimmt keine verkürzte Adresse');
  expect(shown.text).toContain('Enlaces de cat');
  const described = cat.actor.commands().find(({ name }) => name === 'creator-link');
  expect(described?.description).toBe('Wo die Kreativen dieses Servers sonst zu finden sind');
});

test.each([
  {
    locale: 'de',
    added: '**Karte** ist hinzugefügt. `/link get` zeigt es.',
    taken: 'In der Sammlung gibt es schon **Karte**.',
    missing: 'In der Sammlung gibt es nichts namens **X**.',
    removed: '**Kunst** ist entfernt. `/creator-link restore` holt es zurück.',
    alike: 'Die echte Seite ist `patreon.com`.',
    empty: 'Kein Link passt.',
  },
  {
    locale: 'es-ES',
    added: '**Karte** añadido. `/link get` lo muestra.',
    taken: 'La colección ya tiene **Karte**.',
    missing: 'No hay nada llamado **X** en la colección.',
    removed: '**Kunst** quitado. `/creator-link restore` lo recupera.',
    alike: 'El auténtico es `patreon.com`.',
    empty: 'Ningún enlace coincide.',
  },
] as const)('who reads $locale is answered in it, of what went wrong too', async ({ locale, ...words }) => {
  const { guild } = await newScene(bot);
  const staff = guild.member({ username: 'staff', permissions: ['ManageMessages'], locale });
  const entry = { title: 'Karte', 'url-or-text': 'x' };
  await staff.slash('creator-link add', { title: 'Kunst', url: 'https://example.org' });

  const answers = {
    added: await staff.slash('link add', entry),
    taken: await staff.slash('link add', entry),
    missing: await staff.slash('link get', { title: 'X' }),
    removed: await staff.slash('creator-link remove', { title: 'Kunst' }),
    alike: await staff.slash('creator-link add', { title: 'A', url: 'https://patre0n.com/x' }),
    empty: await staff.slash('creator-link search', { query: 'nothing' }),
  };

  const texts = Object.entries(answers).map(([key, { text }]) => [key, text]);
  expect(Object.fromEntries(texts)).toEqual(
    Object.fromEntries(Object.entries(words).map(([key, word]) => [key, expect.stringContaining(word)])),
  );
});

/** The keys of all texts, whatever the language. */
function keysOf(texts: object): string[] {
  return Object.entries(texts)
    .filter(([key]) => key !== 'commands')
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? keysOf(value).map((inner) => `${key}.${inner}`) : [key],
    );
}

test.each([
  ['German', german],
  ['Spanish', spanish],
])('nothing is left out in %s', (_, texts) => {
  expect(keysOf(texts).toSorted()).toEqual(keysOf(english).toSorted());
});

test.each(['de', 'es-ES'] as const)('links are counted in %s', (locale) => {
  const t = translatorFor(creatorLinksPlugin, locale);
  expect(t('creator-links:list.age-restricted', { count: 1 })).toMatch(/^1 \w+ /);
  expect(t('creator-links:list.age-restricted', { count: 1_234 })).not.toContain('{{');
});
