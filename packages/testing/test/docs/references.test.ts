import { expect, test } from 'vitest';
import { namesIn, read, sectionOf } from './documentation.ts';
import { membersOf } from './members-of.ts';

/** Which page explains which type, under which heading. */
const REFERENCES = [
  ['manifest', 'PluginManifest', 'sdk/src/plugin.ts'],
  ['manifest', 'PluginPieces', 'sdk/src/plugin.ts'],
  ['manifest', 'PermissionNode', 'sdk/src/permission-node.ts'],
  ['manifest', 'Job', 'sdk/src/job.ts'],
  ['manifest', 'JobRun', 'sdk/src/job.ts'],
  ['manifest', 'Route', 'sdk/src/route.ts'],
  ['manifest', 'RouteRun', 'sdk/src/route.ts'],
  ['context', 'PluginContext', 'sdk/src/context.ts'],
  ['context', 'SendOptions', 'sdk/src/context.ts'],
  ['context', 'AuditEntry', 'sdk/src/context.ts'],
  ['context', 'RequestLimits', 'sdk/src/http/request-limits.ts'],
  ['context', 'QueryCacheOptions', 'database/src/cache/query-cache.ts'],
  ['data-rights', 'TableDataRights', 'database/src/data-rights.ts'],
  ['testing', 'TestBot', 'testing/src/test-bot.ts'],
  ['testing', 'TestGuild', 'testing/src/test-guild.ts'],
  ['testing', 'TestMember', 'testing/src/test-member.ts'],
  ['testing', 'TestReply', 'testing/src/test-reply.ts'],
] as const;

test.each(REFERENCES)('the page %s explains every member of %s, and no other', async (page, type, file) => {
  const members = membersOf(await read(`packages/${file}`), type);
  const section = sectionOf(await read(`docs/plugins/${page}.md`), `\`${type}\``);

  expect(members).not.toEqual([]);
  expect(namesIn(section).toSorted()).toEqual(members.toSorted());
});

test.each([
  ['Settings', 'settings'],
  ['GuildChoices', 'guild'],
  ['Services', 'services'],
  ['Jobs', 'jobs'],
  ['Audit', 'audit'],
  ['Permissions', 'permissions'],
])('the page on the context explains every member of %s', async (type, heading) => {
  const members = membersOf(await read('packages/sdk/src/context.ts'), type);
  const section = sectionOf(await read('docs/plugins/context.md'), `\`${heading}\``);

  expect(namesIn(section)).toEqual(members);
});

test('every kind of setting is explained', async () => {
  const source = await read('packages/sdk/src/settings/setting-meta.ts');
  const [, union = ''] = /SettingKind = ([^;]+);/.exec(source) ?? [];
  const kinds = Array.from(union.matchAll(/'(\w+)'/g), ([, kind]) => kind);

  expect(namesIn(sectionOf(await read('docs/plugins/manifest.md'), 'Settings'))).toEqual(kinds);
});

test('every value that the sdk exports is named', async () => {
  const index = await read('packages/sdk/src/index.ts');
  const values = Array.from(index.matchAll(/^export \{([^}]+)\}/gm), ([, list = '']) => list.split(','))
    .flat()
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
  const pages = await Promise.all(
    ['manifest', 'context', 'settings', 'tutorial'].map((page) => read(`docs/plugins/${page}.md`)),
  );
  const text = pages.join('\n');

  expect(values.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
});
