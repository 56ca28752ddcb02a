import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { permissionName } from '../src/index.ts';

test.each([
  ['ManageGuild', 'Manage Server'],
  ['ModerateMembers', 'Time out members'],
  ['BanMembers', 'Ban Members'],
  ['UseVAD', 'Use Voice Activity'],
  ['SendTTSMessages', 'Send Text-to-Speech Messages'],
])('%s is called %s, as in the settings of a server', (permission, name) => {
  expect(permissionName(permission)).toBe(name);
});

test('no permission keeps a word of Discord’s API that people do not know', () => {
  const names = Object.keys(PermissionFlagsBits).map(permissionName);

  expect(names.filter((name) => /Guild|VAD|TTS|Moderate|[a-z][A-Z]/.test(name))).toEqual([]);
});
