import { expect, test } from 'vitest';
import { suggest } from '../../src/core/suggest.ts';

const options = ['Moderation', 'Gallery', 'Art gallery'].map((name) => ({
  name,
  value: name.toLowerCase().replace(' ', '-'),
}));

test('suggests everything before anything is typed', () => {
  expect(suggest('', options)).toHaveLength(3);
});

test('puts first what begins with the text', () => {
  expect(suggest('gall', options).map(({ name }) => name)).toEqual(['Gallery', 'Art gallery']);
});

test('finds by the id too, whatever the case', () => {
  expect(suggest('ART-', options).map(({ name }) => name)).toEqual(['Art gallery']);
});

test('suggests no more than Discord shows', () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ name: `n${index}`, value: `v${index}` }));

  expect(suggest('n', many)).toHaveLength(25);
});
