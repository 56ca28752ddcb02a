import type { DeclaredTable } from '@twi/database';
import { expect, test } from 'vitest';
import { ownColumns } from '../../src/privacy/own-columns.ts';

const ME = '100000000000000001';
const OTHER = '100000000000000002';

const keep = { keep: 'It is kept.' };
const notes: DeclaredTable = {
  schema: 'diary',
  name: 'notes',
  shape: { name: 'notes', isPartitioned: false, columns: [] },
  guild: undefined,
  persons: [
    { name: 'author_id', type: 'bigint', isRequired: true, kind: 'id', rule: keep, isMention: false },
    { name: 'text', type: 'text', isRequired: true, kind: 'text', rule: keep, isMention: true },
  ],
  withhold: undefined,
  retention: undefined,
};

test('what a person wrote is theirs, without the ids of others', () => {
  const row = { number: 1, author_id: ME, text: `<@${ME}> met <@${OTHER}>` };

  expect(ownColumns(notes, row, ME)).toEqual({
    number: 1,
    'author id': ME,
    text: `<@${ME}> met <@(another id)>`,
  });
});

test('what a person wrote is shown, too, where it names nobody', () => {
  expect(ownColumns(notes, { author_id: ME, text: 'Quiet today' }, ME)).toMatchObject({
    text: 'Quiet today',
  });
});

test('what others wrote about a person is not shown to them, only that there is something', () => {
  expect(ownColumns(notes, { number: 2, author_id: OTHER, text: `Watch <@${ME}>` }, ME)).toEqual({
    number: 2,
  });
});
