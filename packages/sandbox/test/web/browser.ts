import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const CANDIDATES = [
  process.env['CHROME_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where this machine's Chromium lies; undefined where it has none. */
export const chromiumPath = CANDIDATES.find((path) => path !== '' && existsSync(path));

if (chromiumPath === undefined) {
  console.warn(
    'The tests of the page are SKIPPED: there is no Chromium here. Install one, or set CHROME_PATH.',
  );
}

/** Starts Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('There is no Chromium on this machine');
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
}
