import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PageBuild } from '../../src/web/page-build.ts';

/*
 * A process that wants the page at the folder it is given, as a sandbox does.
 * Prints the number of the index file that it is given in the end: a second build would make another file.
 */
const [target = ''] = process.argv.slice(2);
const RETRY_MS = 20;

const build = new PageBuild(target);
let state = build.check();
while (state === 'building') {
  await delay(RETRY_MS);
  state = build.check();
}
if (state instanceof Error) throw state;
process.stdout.write(String(statSync(join(target, 'index.html')).ino));
