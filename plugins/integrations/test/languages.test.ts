import { translatorFor } from '@twi/testing';
import { expect, test } from 'vitest';
import { integrationsPlugin } from '../src/index.ts';
import { english } from '../src/locales/english.ts';
import { german } from '../src/locales/german.ts';
import { spanish } from '../src/locales/spanish.ts';

/** The keys of all texts, whatever the language. */
function keysOf(texts: object): string[] {
  return Object.entries(texts)
    .filter(([key]) => key !== 'commands')
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? keysOf(value).map((inner) => `${key}.${inner}`) : [key],
    );
}

/** What the texts are filled in with, by their keys. */
function placeholdersOf(texts: object): string[] {
  return Object.entries(texts)
    .filter(([key]) => key !== 'commands')
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? placeholdersOf(value).map((inner) => `${key}.${inner}`)
        : [...String(value).matchAll(/\{\{(\w+)/g)].map(([, name = '']) => `${key}:${name}`),
    );
}

test.each([
  ['German', german],
  ['Spanish', spanish],
])('nothing is left out in %s', (_, texts) => {
  expect(keysOf(texts).toSorted()).toEqual(keysOf(english).toSorted());
  expect(placeholdersOf(texts).toSorted()).toEqual(placeholdersOf(english).toSorted());
});

test.each(['de', 'es-ES'] as const)('works are counted in %s', (locale) => {
  const t = translatorFor(integrationsPlugin, locale);
  expect(t('integrations:ao3.left-out', { count: 1 })).toMatch(/^1 \w+ /);
  expect(t('integrations:ao3.left-out', { count: 1_234 })).not.toContain('{{');
});
