import { expect, test } from 'vitest';
import { findForbidden } from '../../src/rules/keyword-match.ts';

const found = (text: string, keyword: string) => findForbidden(text, { keyword_filter: [keyword] })?.matched;

test('a keyword is a whole word, in upper or lower case', () => {
  expect(found('the CAT sat', 'cat')).toBe('CAT');
  expect(found('concatenate', 'cat')).toBeUndefined();
  expect(found('catapult', 'cat')).toBeUndefined();
});

test('a star lets the word go on at that end', () => {
  expect(found('catapult', 'cat*')).toBe('cat');
  expect(found('bobcat', 'cat*')).toBeUndefined();
  expect(found('bobcat', '*cat')).toBe('cat');
  expect(found('concatenate', '*cat*')).toBe('cat');
});

test('a keyword may be a phrase, and its signs mean themselves', () => {
  expect(found('come here now', 'come here')).toBe('come here');
  expect(found('1+1=2', '1+1')).toBe('1+1');
  expect(found('a.b', 'a?b')).toBeUndefined();
});

test('words outside ASCII have ends as well', () => {
  expect(found('écat', 'cat')).toBeUndefined();
  expect(found('naïve Straße', 'straße')).toBe('Straße');
});

test('what the allow list covers is not forbidden', () => {
  const trigger = { keyword_filter: ['*cat*'], allow_list: ['concatenate'] };

  expect(findForbidden('concatenate', trigger)).toBeUndefined();
  expect(findForbidden('concatenate a cat', trigger)).toEqual({ keyword: '*cat*', matched: 'cat' });
});

test('patterns are regular expressions, and those that cannot be read find nothing', () => {
  expect(findForbidden('call 555-0199', { regex_patterns: [String.raw`\d{3}-\d{4}`] })?.matched).toBe(
    '555-0199',
  );
  expect(findForbidden('SPAM', { regex_patterns: ['(?i)spam'] })?.matched).toBe('SPAM');
  expect(findForbidden('anything', { regex_patterns: ['(unclosed'] })).toBeUndefined();
});
