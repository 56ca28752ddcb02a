import { afterEach, expect, test, vi } from 'vitest';
import { PluginTranslations } from '../../src/locales/translations.ts';

const MANY = 1_000;

afterEach(() => void vi.restoreAllMocks());

function newTranslations(): PluginTranslations {
  const translations = new PluginTranslations({ isStrict: true });
  const locales = {
    'en-US': {
      drinks_one: '{{name}} had {{count, number}} drink',
      drinks_other: '{{name}} had {{count, number}} drinks',
      rate: '{{rate, number(maximumFractionDigits: 1)}} a day, of {{unit}}',
    },
    de: {
      drinks_one: '{{name}}: {{count, number}} Getränk',
      drinks_other: '{{name}}: {{count, number}} Getränke',
    },
  };
  translations.add({ id: 'inn', locales });
  return translations;
}

test('numbers are written as the language does, with the digits that the text asks for', () => {
  const translations = newTranslations();

  expect(translations.in('de').say({ key: 'inn:drinks', values: { name: 'Erin', count: 12_345 } })).toBe(
    'Erin: 12.345 Getränke',
  );
  expect(translations.in('en-US').say({ key: 'inn:drinks', values: { name: 'Erin', count: 12_345 } })).toBe(
    'Erin had 12,345 drinks',
  );
  // What people call their values is no wish of the text.
  expect(
    translations.in('en-US').say({ key: 'inn:rate', values: { rate: 2.468, unit: 'cups of tea' } }),
  ).toBe('2.5 a day, of cups of tea');
});

test('whatever is said, what writes numbers is made once for a language', () => {
  const translations = newTranslations();
  const made = vi.spyOn(Intl, 'NumberFormat');

  for (let count = 0; count < MANY; count += 1)
    for (const locale of ['en-US', 'de'] as const)
      translations.in(locale).say({ key: 'inn:drinks', values: { name: `Guest ${count}`, count } });

  expect(made).toHaveBeenCalledTimes(2);
});
