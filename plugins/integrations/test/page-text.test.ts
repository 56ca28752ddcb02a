import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { paragraphsOf } from '../src/ao3/page-text.ts';

function textOf(html: string): string | undefined {
  return paragraphsOf(load(html)('body'));
}

test('paragraphs and breaks stay, and spaces beside them go', () => {
  expect(textOf('<p>One <br> two</p> <p>\n  Three\n four </p>')).toBe('One\ntwo\n\nThree four');
});

test('a document without a word has no text', () => {
  expect(textOf('<p> </p><br>')).toBeUndefined();
});

test('any number of spaces is read at once', { timeout: 5_000 }, () => {
  expect(textOf(`a${'<i> </i>'.repeat(20_000)}b`)).toMatch(/^a +b$/);
});
