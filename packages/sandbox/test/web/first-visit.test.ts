import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchBrowser } from './browser.ts';

const run = promisify(execFile);
const APP = join(import.meta.dirname, '../../../../apps/bot');
const FOLDER = process.env['PAGE_SCREENSHOTS'];
const START_MS = 60_000;
const STEP_MS = 15_000;

/** Run in the app's folder, once the bot has left the database: prints what stands in it as JSON. */
const READ_CASES = `
  import { startDatabase } from '@twi/database';
  import { sql } from 'kysely';
  const database = await startDatabase({ dataDir: process.env.DATA_DIR });
  const { rows } = await sql\`select number::int, type, reason, target_id::text as target from moderation.cases\`
    .execute(database.db);
  await database.close();
  process.stdout.write(JSON.stringify(rows));
`;

describe.skipIf(chromiumPath === undefined)('somebody who has read only the README', () => {
  let dataDir: string;
  let bot: ChildProcess;
  let browser: Browser;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'twi-first-'));
    bot = spawn(process.execPath, ['--conditions=source', join(APP, 'src/main.ts')], {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], DATA_DIR: dataDir, SANDBOX_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    address = await printedAddress(bot);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
    page.setDefaultTimeout(STEP_MS);
    if (FOLDER !== undefined) await mkdir(FOLDER, { recursive: true });
  }, START_MS);
  afterAll(async () => {
    await browser.close();
    await end(bot);
    await rm(dataDir, { recursive: true, force: true });
  });

  async function picture(name: string): Promise<void> {
    if (FOLDER !== undefined) await page.screenshot({ path: join(FOLDER, `first visit ${name}.png`) });
  }

  function said(text: RegExp) {
    return page.getByRole('article').filter({ hasText: text }).last();
  }

  async function playAs(name: string): Promise<void> {
    await page.getByRole('button', { name: /Switch/ }).click();
    await picture(`choosing ${name}`);
    await page.getByRole('group', { name: 'Who you are' }).getByRole('button', { name }).click();
  }

  /** Types the start of a command, chooses it from the list, and types into its options in turn. */
  async function use(line: string, options: readonly string[]): Promise<void> {
    await page.locator('.composer textarea').fill(`/${line}`);
    await page
      .getByRole('option', { name: new RegExp(`^/${line}\\b`) })
      .first()
      .click();
    await page.getByRole('group', { name: `Command /${line}` }).waitFor();
    for (const [index, text] of options.entries()) {
      const field = page.locator('.command-bar input').nth(index);
      await field.focus();
      await field.fill(text);
      const choice = page.getByRole('option', { name: new RegExp(text, 'i') }).first();
      if (index === 0) await choice.click();
    }
    await picture(`filling in ${line}`);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  test(
    'enables a plugin, warns a member, looks at the case, and it stands in the database',
    async () => {
      await page.goto(address);
      await page.locator('.composer textarea').waitFor({ timeout: START_MS });
      // Whoever is quicker than the bot is told so.
      await page.getByText('The bot is not connected').waitFor({ state: 'detached', timeout: START_MS });
      await picture('page');

      await playAs('Olivia');
      await use('plugins enable', ['Moderation']);
      await said(/moderation/i).waitFor();
      await picture('enabled');

      await use('warn', ['Mallory', 'Spam in general']);
      await said(/warned/i).waitFor();
      await use('case view', ['1']);
      await said(/Spam in general/).waitFor();
      const composer = page.locator('.composer');
      const isFullyShown = async () => {
        const [shown, field] = [await said(/Spam in general/).boundingBox(), await composer.boundingBox()];
        return shown !== null && field !== null && shown.y + shown.height <= field.y;
      };
      await expect.poll(isFullyShown).toBe(true);
      await picture('case');

      await end(bot);
      await page.getByText('The sandbox is away').waitFor();
      await picture('sandbox away');
      const { stdout } = await run(
        process.execPath,
        ['--conditions=source', '--input-type=module', '-e', READ_CASES],
        {
          cwd: APP,
          env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
        },
      );
      expect(JSON.parse(stdout)).toEqual([
        {
          number: 1,
          type: 'warn',
          reason: 'Spam in general',
          target: expect.stringMatching(/^\d{17,20}$/),
        },
      ]);
    },
    START_MS,
  );
});

/** Waits for what `npm start` prints for people to open. */
async function printedAddress(bot: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let output = '';
  for (const stream of [bot.stdout, bot.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/?(?=\s)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
  }
  bot.once('exit', () => reject(new Error(`The bot ended:\n${output}`)));
  return promise;
}

async function end(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = once(bot, 'exit');
  bot.kill('SIGTERM');
  await ended;
}
