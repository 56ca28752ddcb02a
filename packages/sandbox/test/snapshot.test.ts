import { expect, test } from 'vitest';
import { loadWorld } from '../src/scene/load-world.ts';
import { parseState, serialiseState } from '../src/state/snapshot.ts';

test('a state comes back as it was, with maps, sets, big integers and bytes', () => {
  const { state } = loadWorld('demo', undefined);
  state.closedDirectMessages.add('1');
  state.attachments.set('2', {
    id: '2',
    channelId: '3',
    filename: 'a.bin',
    contentType: 'application/octet-stream',
    bytes: Buffer.from([0, 255]),
  });

  expect(parseState(serialiseState(state))).toEqual(state);
});

test.for([
  ['', 'Unexpected end'],
  ['[]', 'no saved sandbox'],
  ['{"version":1}', 'no saved sandbox'],
  ['{"version":2,"state":{}}', 'version 2'],
] as const)('%j is no state', ([text, words]) => {
  expect(() => parseState(text)).toThrow(words);
});
