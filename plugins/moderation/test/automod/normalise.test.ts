import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../src/automod/text/normalise.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const ways = [{}, { homoglyphs: true }, { homoglyphs: true, leet: true, stretched: true }] as const;

test.each([
  ['FREE Nitro', 'free nitro'],
  ['f\u200br\u200de\u2060e', 'free'],
  ['f̶̢̛r̴̡̛ë̸́ȇ̵', 'free'],
  ['ｆｒｅｅ', 'free'],
  ['𝓯𝓻𝓮𝓮', 'free'],
  ['frее', 'free'],
  ['ＦＲЕЕ', 'free'],
  ['🇫🇷🇪🇪', 'free'],
  ['🅵🆁🅴🅴', 'free'],
  ['І am', 'i am'],
  ['mоm', 'mom'],
  ['a\u0000b', 'ab'],
  ['a\nb', 'a\nb'],
])('%j reads as %j', (disguised, meant) => {
  expect(normalise(disguised, { homoglyphs: true }).text).toBe(meant);
});

test.each([
  ['fr33', 'fre'],
  ['freeeee', 'fre'],
  ['c@$h', 'cash'],
  ['⑩n', 'ion'],
])('loosely, %j reads as %j', (disguised, meant) => {
  expect(normalise(disguised, { homoglyphs: true, leet: true, stretched: true }).text).toBe(meant);
});

test('leaves the vowels of scripts that spell with marks', () => {
  expect(normalise('कि').text).not.toBe(normalise('का').text);
  expect(normalise('が').text).toBe('が');
});

test('ignores case in every script', () => {
  expect(normalise('ВОДА ΝΑΙ').text).toBe(normalise('вода ναι').text);
});

test('knows which part of the original a match came from', () => {
  const original = '>> f\u200br̶ее <<';
  const { text, originOf } = normalise(original, { homoglyphs: true });

  const start = text.indexOf('free');
  const part = originOf({ start, end: start + 4 });

  expect(original.slice(part.start, part.end)).toBe('f\u200br̶ее');
});

test('shows one character that became several as a whole', () => {
  const { text, originOf } = normalise('x ﷺ y');

  expect(originOf({ start: 2, end: 3 })).toEqual({ start: 2, end: 3 });
  expect(originOf({ start: 0, end: text.length })).toEqual({ start: 0, end: 5 });
});

test.each(ways)('never throws, and reducing twice changes nothing: %j', (how) => {
  fc.assert(
    fc.property(fc.oneof(anyText, brokenText), (text) => {
      const once = normalise(text, how);
      expect(normalise(once.text, how).text).toBe(once.text);
    }),
    { numRuns: 2_000 },
  );
});

test.each(ways)('never points outside the original: %j', (how) => {
  fc.assert(
    fc.property(fc.oneof(anyText, brokenText), fc.nat(), fc.nat(), (original, from, length) => {
      const { text, originOf } = normalise(original, how);
      const start = text.length === 0 ? 0 : from % text.length;
      const span = originOf({ start, end: Math.min(start + 1 + (length % 5), text.length) });
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(original.length);
    }),
  );
});
