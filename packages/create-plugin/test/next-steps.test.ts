import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nextSteps } from '../src/next-steps.ts';
import { PluginName } from '../src/plugin-name.ts';
import { REPOSITORY, run } from './support/run.ts';

const name = new PluginName('gallery');

test('a plugin of the workspace is run after the app depends on it', () => {
  const directory = join(process.cwd(), 'plugins/gallery');

  const steps = nextSteps(name, { kind: 'workspace', directory, packageName: '@twi/plugin-gallery' });

  expect(steps).toContain('Made @twi/plugin-gallery in plugins/gallery.');
  expect(steps).toContain('npx vitest run plugins/gallery');
  expect(steps).toContain('"@twi/plugin-gallery": "^0.1.0"');
});

test('a project of its own is told to pack packages that exist, since no registry has them', async () => {
  const directory = join(process.cwd(), 'twi-plugin-gallery');

  const steps = nextSteps(name, { kind: 'stand-alone', directory, packageName: 'twi-plugin-gallery' });

  const [command = ''] = /npm pack .*/.exec(steps) ?? [];
  const packages = Array.from(command.matchAll(/--workspace (\S+)/g), ([, each = '']) => each);
  expect(packages).toContain('@twi/testing');
  const words = packages.flatMap((each) => ['--workspace', each]);
  const known = await run('npm', ['pkg', 'get', 'name', ...words], { cwd: REPOSITORY });
  expect(Object.keys(JSON.parse(known)).toSorted()).toEqual(packages.toSorted());
  expect(steps).toContain(`PLUGIN_PATHS=${directory} npm run dev`);
});
