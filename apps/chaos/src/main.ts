import { join } from 'node:path';
import { FiguresPage, isMet, ROOT } from '@twi/proving';
import { SCENARIOS } from './scenarios.ts';

const page = new FiguresPage(join(ROOT, 'docs/reliability.md'));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in SCENARIOS));
if (unknown.length > 0)
  throw new RangeError(`There is no ${unknown.join(', ')}; there are ${Object.keys(SCENARIOS).join(', ')}.`);

for (const [name, play] of Object.entries(SCENARIOS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const section = await play('full');
  await page.keep(section);
  if (!section.limits.every(isMet)) process.exitCode = 1;
}
