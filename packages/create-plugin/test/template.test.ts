import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from './support/run.ts';

const TEMPLATE = 'packages/create-plugin/template';

async function readPackage(file: string) {
  return JSON.parse(await readFile(join(REPOSITORY, file), 'utf8'));
}

test('the template asks for the versions that the plugins of the repository do', async () => {
  const [template, moderation] = await Promise.all([
    readPackage(`${TEMPLATE}/plugin/package.template.json`),
    readPackage('plugins/moderation/package.json'),
  ]);

  for (const kind of ['dependencies', 'devDependencies', 'peerDependencies'])
    expect(moderation[kind]).toMatchObject(template[kind]);
  for (const field of ['files', 'exports', 'engines', 'scripts', 'keywords', 'publishConfig'])
    expect(template[field]).toEqual(moderation[field]);
});

test('a project of its own gets the tools of the repository', async () => {
  const [extra, root] = await Promise.all([
    readPackage(`${TEMPLATE}/stand-alone/package.template.json`),
    readPackage('package.json'),
  ]);

  expect(root.devDependencies).toMatchObject(extra.devDependencies);
});
