import { join } from 'node:path';
import { FiguresPage, keepSections, ROOT } from '@twi/proving';
import { SCENARIOS } from './scenarios.ts';

const scenarios = Object.entries(SCENARIOS).map(([name, play]) => [name, () => play('full')] as const);
const areMet = await keepSections(
  new FiguresPage(join(ROOT, 'docs/reliability.md')),
  Object.fromEntries(scenarios),
  process.argv.slice(2),
);
if (!areMet) process.exitCode = 1;
