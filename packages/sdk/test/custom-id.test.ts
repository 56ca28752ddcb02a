import { expect, test } from 'vitest';
import { customId, parseCustomId } from '../src/index.ts';

test('reads back what it wrote, whatever the state holds', () => {
  const state = 'before=12:34/5 ä\n6';

  expect(parseCustomId(customId('creator-links', 'browse', state))).toEqual({
    plugin: 'creator-links',
    handler: 'browse',
    state,
  });
});

test('refuses an id that Discord would refuse, and says how long it is', () => {
  expect(() => customId('gallery', 'page', 'x'.repeat(90))).toThrow(/has 103 of 100 characters/);
});

test.each(['no-next-page', '', 'gallery/page', 'Gallery/page:1', 'a/b/c:1', ':1'])(
  'takes "%s" for none of ours',
  (id) => {
    expect(parseCustomId(id)).toBeUndefined();
  },
);
