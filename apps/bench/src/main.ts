import { join } from 'node:path';
import { FiguresPage, keepSections, ROOT } from '@twi/proving';
import { ON_REQUEST, SECTIONS } from './sections.ts';

const named = process.argv.slice(2);
const asked = named.length > 0 ? named : Object.keys(SECTIONS).filter((name) => !ON_REQUEST.includes(name));
const page = new FiguresPage(join(ROOT, 'docs/performance.md'));
if (!(await keepSections(page, SECTIONS, asked))) process.exitCode = 1;
