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
