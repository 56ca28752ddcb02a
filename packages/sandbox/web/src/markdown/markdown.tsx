import type { ComponentChildren } from 'preact';
import { bulletTree } from './bullet-tree.ts';
import { Bullets } from './bullets.tsx';
import { Inline } from './inline.tsx';

interface Block {
  readonly pattern: RegExp;
  readonly render: (match: RegExpExecArray) => ComponentChildren;
}

/** What takes whole lines, as Discord documents in "Markdown Text 101"; tried at the start of each line. */
const BLOCKS: readonly Block[] = [
  {
    pattern: /^```(?:[\w+#-]*\n)?([\s\S]+?)\n?```\n?/,
    render: ([, code]) => <discord-code multiline>{code}</discord-code>,
  },
  {
    pattern: /^(#{1,3}) +(.+)\n?/,
    render: ([, marks = '#', text = '']) => (
      <discord-header level={marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3}>
        <Inline text={text} />
      </discord-header>
    ),
  },
  {
    pattern: /^-# +(.+)\n?/,
    render: ([, text = '']) => (
      <discord-subscript>
        <Inline text={text} />
      </discord-subscript>
    ),
  },
  {
    pattern: /^>>> ([\s\S]+)/,
    render: ([, text = '']) => (
      <discord-quote>
        <span class="lines">
          <Markdown text={text} />
        </span>
      </discord-quote>
    ),
  },
  {
    pattern: /^(?:> .*(?:\n|$))+/,
    render: ([lines]) => (
      <discord-quote>
        <span class="lines">
          <Markdown text={lines.trimEnd().replaceAll(/^> /gm, '')} />
        </span>
      </discord-quote>
    ),
  },
  {
    pattern: /^(?: {0,2}(?:[-*]|\d{1,9}\.) +.+(?:\n|$))(?: *(?:[-*]|\d{1,9}\.) +.+(?:\n|$))*/,
    render: ([lines]) => <Bullets lists={bulletTree(lines)} />,
  },
];

/** Shows a text with Discord's markdown. */
export function Markdown({ text }: { text: string }) {
  const parts: ComponentChildren[] = [];
  let rest = text;
  let plain = '';
  const flush = () => {
    if (plain !== '') parts.push(<Inline text={plain} />);
    plain = '';
  };
  while (rest !== '') {
    const found = firstBlock(rest);
    if (found) {
      flush();
      parts.push(found.block.render(found.match));
      rest = rest.slice(found.match[0].length);
    } else {
      // A code block may also start within a line.
      const line = /^(?:[^\n`]|`(?!``))*(?:\n|(?=```)|$)|^`+/.exec(rest)?.[0] ?? rest;
      plain += line;
      rest = rest.slice(line.length);
    }
  }
  flush();
  return <>{parts}</>;
}

function firstBlock(text: string): { block: Block; match: RegExpExecArray } | undefined {
  for (const block of BLOCKS) {
    const match = block.pattern.exec(text);
    if (match) return { block, match };
  }
  return undefined;
}
