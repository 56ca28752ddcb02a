/** A point of a list, with the lists below it. */
interface Bullet {
  readonly text: string;
  readonly below: readonly BulletList[];
}

/** Points of one kind at one depth. */
export interface BulletList {
  /** The number of the first point; undefined where they have none. */
  readonly start: number | undefined;
  readonly bullets: readonly Bullet[];
}

interface Line {
  readonly indent: number;
  readonly number: number | undefined;
  readonly text: string;
}

const LINE = /^( *)(?:[-*]|(\d{1,9})\.) +(.+)$/;

/** Sorts the lines of a list by how far they are indented; a deeper line belongs to the point above it. */
export function bulletTree(text: string): BulletList[] {
  return listsOf(text.trimEnd().split('\n').flatMap(lineOf));
}

function lineOf(line: string): Line[] {
  const match = LINE.exec(line);
  if (!match) return [];
  const [, indent = '', number, text = ''] = match;
  return [{ indent: indent.length, number: number === undefined ? undefined : Number(number), text }];
}

function listsOf(lines: readonly Line[]): BulletList[] {
  const lists: { start: number | undefined; bullets: Bullet[] }[] = [];
  let rest = lines;
  for (let [first] = rest; first; [first] = rest) {
    const { indent, number, text } = first;
    const end = rest.findIndex((line, index) => index > 0 && line.indent <= indent);
    const below = rest.slice(1, end < 0 ? undefined : end);
    rest = end < 0 ? [] : rest.slice(end);
    const bullet = { text, below: listsOf(below) };
    const last = lists.at(-1);
    const isSameKind = last && (last.start === undefined) === (number === undefined);
    if (isSameKind) last.bullets.push(bullet);
    else lists.push({ start: number, bullets: [bullet] });
  }
  return lists;
}
