import { describe, expect, test } from 'vitest';
import { People, withoutTokens } from '../src/conversations/people.ts';
import { splitIntoParts } from '../src/conversations/parts.ts';
import { openAiQuotas, waitOf } from '../src/openai/rate-limits.ts';
import { ServerSentEvents } from '../src/openai/server-sent-events.ts';
import { addressesIn, shownText } from '../src/openai/shown-text.ts';
import { Quotas } from '../src/services/quotas.ts';

const NOW = new Date('2026-03-05T10:00:00Z');

function people(...names: string[]): People {
  const all = new People();
  for (const [index, name] of names.entries()) all.add(String(index), name);
  return all;
}

function shown(text: string, { names = ['alice'], said = [] as string[], length = 500 } = {}): string {
  return shownText(text, length, { people: people(...names), addresses: addressesIn(said) });
}

describe('what a model wrote', () => {
  test.each([
    ['a mention of a person', '<@123456789012345678> and <@&1> in <#2>', /(?<!\\)</],
    ['a time or a command', '<t:1:R> </ban:5>', /(?<!\\)</],
    ['a link behind words', '[free nitro](https://evil.example/x)', /(?<!\\)\]|evil/],
    ['an address that nobody wrote', 'Go to https://evil.example/x now', /evil/],
    ['an address in capitals', 'HTTPS://EVIL.example/x', /EVIL/],
    ['an address that is like one that was written', 'https://good.example/a/../evil', /evil/],
    ['an invitation', 'Join discord.gg/abc or discord.com/invite/abc', /abc/],
    ['another scheme', 'steam://run/1 and discord://-/settings', /:\/\//],
    ['formatting', '**bold** __under__ ||spoiler|| `code` ~~gone~~', /(?<!\\)[*_|`~]/],
    ['a heading, a quotation, a list', '# Staff\n> said\n- this', /\n|^#/],
    ['text that is turned around', 'abc\u202Edcba\u2066\u200B', /[\u202E\u2066\u200B]/],
    ['half a character', 'a\uD800b', /\uD800/],
  ])('has no %s when it is shown', (_, text, bad) => {
    const result = shown(text, { said: ['see https://good.example/a'] });
    expect(result).not.toMatch(bad);
  });

  test('pings nobody', () => {
    expect(shown('@everyone @here')).toBe('@\u200Beveryone @\u200Bhere');
  });

  test('keeps addresses that people wrote, as they are', () => {
    const said = ['look: https://good.example/a_b(c), it is <https://other.example/?q=1>.'];
    expect(shown('See https://other.example/?q=1. Or https://good.example/a_b!', { said })).toBe(
      'See https://other.example/?q=1. Or https://good.example/a_b!',
    );
  });

  test('names people, whose names can do nothing either', () => {
    const names = ['*alice*', '@everyone https://evil.example'];
    expect(shown('<P1> thanked <P2>; <P3> and <P99999> did not.', { names })).toBe(
      String.raw`\*alice\* thanked @​everyone https:​//evil.example; … and \<P99999\> did not.`,
    );
  });

  test('is cut visibly', () => {
    expect(shown('x'.repeat(50), { length: 10 })).toBe(`${'x'.repeat(9)}…`);
  });
});

test('nobody can write what stands for a person', () => {
  expect(withoutTokens('<P1> said <Party>')).toBe('‹P1> said <Party>');
});

const shape = (text: string) => ({ text });

describe('parts', () => {
  test('a short conversation is one part, in order', () => {
    expect(splitIntoParts(['a', 'b', 'c'], shape)).toEqual({ parts: [['a', 'b', 'c']], leftOut: 0 });
    expect(splitIntoParts([], shape)).toEqual({ parts: [], leftOut: 0 });
  });

  test('a long one is split between messages, and none is lost or twice', () => {
    const texts = Array.from({ length: 100 }, (_, index) => `${index} ${'ü'.repeat(500)}`);
    const { parts, leftOut } = splitIntoParts(texts, shape);

    expect(leftOut).toBe(0);
    expect(parts.length).toBe(3);
    expect(parts.flat()).toEqual(texts);
    for (const part of parts)
      expect(Buffer.byteLength(JSON.stringify(part.map(shape)))).toBeLessThanOrEqual(36_100);
  });

  test('what is too much is left out from the oldest on', () => {
    const texts = Array.from({ length: 200 }, (_, index) => `${index} ${'\u0001'.repeat(900)}`);
    const { parts, leftOut } = splitIntoParts(texts, shape);

    expect(parts).toHaveLength(6);
    expect(parts.flat()).toEqual(texts.slice(leftOut));
    expect(leftOut).toBeGreaterThan(100);
  });

  test('a message that is larger than a part is one', () => {
    expect(splitIntoParts(['x'.repeat(40_000), 'y'], shape).parts).toHaveLength(2);
  });
});

describe('events', () => {
  test.each([1, 2, 3, 5, 100])('are read whatever they are cut into: %i', (size) => {
    const text = 'data: a\r\ndata:b\r\n\r\n: nothing\n\nid: 5\nevent: x\n\ndata: c\r\rdata: never ended\n';
    const events = new ServerSentEvents();
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];

    expect(pieces.flatMap((piece) => events.push(piece))).toEqual(['a\nb', 'c']);
  });
});

const quotaOf = (what: string, remaining: number) => ({
  what,
  remaining,
  limit: undefined,
  resetsAt: undefined,
  asOf: NOW,
});

describe('what is left', () => {
  test.each([
    ['1s', 1_000],
    ['6m0s', 360_000],
    ['17ms', 17],
    ['1h2m3.5s', 3_723_500],
  ])('%s is %i ms', (reset, ms) => {
    const [quota] = openAiQuotas(
      { 'x-ratelimit-remaining-tokens': '7', 'x-ratelimit-reset-tokens': reset },
      NOW,
    );
    expect(quota).toEqual({
      what: 'tokens',
      remaining: 7,
      limit: undefined,
      resetsAt: new Date(NOW.getTime() + ms),
      asOf: NOW,
    });
  });

  test('what is no number is not known', () => {
    const headers = { 'x-ratelimit-remaining-requests': '-1', 'x-ratelimit-remaining-tokens': 'many' };
    expect(openAiQuotas(headers, NOW)).toEqual([]);
    expect(
      openAiQuotas({ 'x-ratelimit-remaining-tokens': '1', 'x-ratelimit-reset-tokens': 'soon' }, NOW),
    ).toMatchObject([{ resetsAt: undefined }]);
  });

  test.each([
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '1.5' }, 1_500],
    [{ 'retry-after': 'Thu, 05 Mar 2026 10:00:09 GMT' }, 9_000],
    [{ 'retry-after': 'Thu, 05 Mar 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': 'later' }, undefined],
    [{ 'retry-after-ms': '250', 'retry-after': '60' }, 250],
    [{}, undefined],
  ])('%j is a wait of %s ms', (headers, ms) => {
    expect(waitOf(headers, NOW)).toBe(ms);
  });

  test('is kept by secret, each kind by itself, and the latest alone', () => {
    const quotas = new Quotas();
    quotas.note('openai', 'a', [quotaOf('requests', 5), quotaOf('tokens', 9)]);
    quotas.note('openai', 'a', [quotaOf('requests', 4)]);
    quotas.note('openai', 'a', []);

    expect(quotas.of('openai', 'a')).toEqual([quotaOf('requests', 4), quotaOf('tokens', 9)]);
    expect(quotas.of('twitter', 'a')).toEqual([]);
    quotas.forget('openai', 'a');
    expect(quotas.of('openai', 'a')).toEqual([]);
  });

  test('of more secrets than are remembered, the oldest is forgotten', () => {
    const quotas = new Quotas();
    const quota = { what: 'requests', remaining: 1, limit: 2, resetsAt: undefined, asOf: NOW };
    for (let index = 0; index <= 1_000; index += 1) quotas.note('openai', `key ${index}`, [quota]);

    expect(quotas.of('openai', 'key 0')).toEqual([]);
    expect(quotas.of('openai', 'key 1')).toHaveLength(1);
  });
});
