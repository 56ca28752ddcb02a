import type { Contribution } from './contributions.ts';

/** Files that belong to one contribution as a whole. */
const OWNERS = {
  'src/commands/': 'command',
  'src/replies/': 'command',
  'src/interaction-handlers/': 'button',
  'src/listeners/': 'listener',
  'src/jobs/': 'job',
  'src/settings.ts': 'setting',
} as const satisfies Record<string, Contribution>;

/** Tells whether a file of the template, by its path in it, goes into a plugin. */
export function isWanted(path: string, contributions: ReadonlySet<Contribution>): boolean {
  return Object.entries(OWNERS).every(
    ([beginning, owner]) => !path.startsWith(beginning) || contributions.has(owner),
  );
}

const DIRECTIVE = /^\s*(?:\/\/|<!--) #(?<kind>if|else|endif)(?: (?<contribution>[a-z]+))?(?: -->)?$/;
/** An alternative is a comment in the template, which is a whole plugin with every contribution. */
const ALTERNATIVE = /^(\s*)\/\/= /;

type Part = 'always' | 'kept' | 'dropped';

/**
 * Leaves out what belongs to contributions that a plugin does not have: `// #if job` … `// #else` … `// #endif`,
 * in Markdown within `<!-- -->`. Blocks are not nested.
 */
export function chooseParts(text: string, contributions: ReadonlySet<Contribution>): string {
  const lines: string[] = [];
  let part: Part = 'always';
  for (const line of text.split('\n')) {
    const directive = DIRECTIVE.exec(line)?.groups;
    if (directive) part = partAfter(directive, part, contributions);
    else if (part !== 'dropped') lines.push(line.replace(ALTERNATIVE, '$1'));
  }
  return withoutDoubleGaps(lines.join('\n'));
}

function partAfter(
  { kind, contribution }: Readonly<Record<string, string | undefined>>,
  before: Part,
  contributions: ReadonlySet<string>,
): Part {
  if (kind === 'endif') return 'always';
  const isKept = kind === 'if' ? contributions.has(contribution ?? '') : before === 'dropped';
  return isKept ? 'kept' : 'dropped';
}

/** Blank lines around a block meet when it goes. */
function withoutDoubleGaps(text: string): string {
  return text
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .replace(/\n+$/, '\n');
}
