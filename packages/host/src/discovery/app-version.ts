import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const UNKNOWN = '0.0.0';
const appPackage = z.object({ version: z.string().default(UNKNOWN) });

/** The version of the bot: that of the app's `package.json`, where there is an app. */
export async function readAppVersion(appDirectory: string | undefined): Promise<string> {
  if (appDirectory === undefined) return UNKNOWN;
  const text = await readFile(path.join(appDirectory, 'package.json'), 'utf8');
  return appPackage.parse(JSON.parse(text)).version;
}
