import { expect, test } from 'vitest';
import { listPages, read } from './documentation.ts';

/** The names of the commands that a manifest lists. */
async function commandsOf(path: string): Promise<string[]> {
  const block = /^(?<indent> +)commands: \{\n(?<names>.*?)\n\k<indent>\}/ms.exec(await read(path))?.groups?.[
    'names'
  ];
  return Array.from((block ?? '').matchAll(/^\s+'?([\w-]+)'?:/gm), ([, name = '']) => name);
}

test('the page on moderation shows every command of the plugin', async () => {
  const commands = await commandsOf('plugins/moderation/src/plugin.ts');
  const page = await read('docs/owners/moderation.md');

  expect(commands).toContain('warn');
  expect(commands.filter((name) => !new RegExp(`\`/${name}[ \`]`).test(page))).toEqual([]);
});

test("the host's own commands are shown to owners, or to operators", async () => {
  const commands = await commandsOf('packages/host/src/core/plugin.ts');
  const written = (await listPages()).filter((page) => /^docs\/(?:owners|operators)\//.test(page));
  const pages = (await Promise.all(written.map((page) => read(page)))).join('\n');

  expect(commands).toContain('plugins');
  expect(commands.filter((name) => !new RegExp(`\`/${name}[ \`]`).test(pages))).toEqual([]);
});
