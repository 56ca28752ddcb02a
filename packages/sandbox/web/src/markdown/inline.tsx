import type { ComponentChildren } from 'preact';
import {
  CommandMention,
  EmojiMention,
  EveryoneMention,
  ChannelMention,
  RoleMention,
  UserMention,
} from './mentions.tsx';
import { Timestamp } from './timestamp.tsx';

interface Span {
  readonly pattern: RegExp;
  readonly render: (match: RegExpExecArray) => ComponentChildren;
}

/** Spans within a line, those that are to be tried first on top. */
const SPANS: readonly Span[] = [
  { pattern: /^\\([^\w\s])/, render: ([, character]) => character },
  { pattern: /^``([^`][\s\S]*?)``/, render: ([, code]) => <discord-code>{code}</discord-code> },
  { pattern: /^`([^`]+)`/, render: ([, code]) => <discord-code>{code}</discord-code> },
  { pattern: /^<@!?(\d+)>/, render: ([, id = '']) => <UserMention id={id} /> },
  { pattern: /^<@&(\d+)>/, render: ([, id = '']) => <RoleMention id={id} /> },
  { pattern: /^<#(\d+)>/, render: ([, id = '']) => <ChannelMention id={id} /> },
  { pattern: /^<\/([^:>]+):\d+>/, render: ([, name = '']) => <CommandMention name={name} /> },
  { pattern: /^<a?:(\w+):\d+>/, render: ([, name = '']) => <EmojiMention name={name} /> },
  {
    pattern: /^<t:(-?\d+)(?::([tTdDfFsSR]))?>/,
    render: ([, seconds = '0', style = 'f']) => <Timestamp seconds={Number(seconds)} style={style} />,
  },
  { pattern: /^@(everyone|here)\b/, render: ([, name = '']) => <EveryoneMention name={name} /> },
  {
    pattern: /^\[([^\]]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: "[^"]*")?\)/,
    render: ([, text = '', url = '']) => <Link url={url}>{<Inline text={text} />}</Link>,
  },
  { pattern: /^<(https?:\/\/[^\s>]+)>/, render: ([, url = '']) => <Link url={url}>{url}</Link> },
  { pattern: /^https?:\/\/[^\s<>]+[^\s<>.,:;"')\]]/, render: ([url]) => <Link url={url}>{url}</Link> },
  { pattern: /^\|\|([\s\S]+?)\|\|/, render: ([, text = '']) => <Spoiler text={text} /> },
  {
    pattern: /^\*\*([\s\S]+?)\*\*(?!\*)/,
    render: ([, text = '']) => (
      <strong>
        <Inline text={text} />
      </strong>
    ),
  },
  {
    pattern: /^__([\s\S]+?)__(?!_)/,
    render: ([, text = '']) => (
      <u>
        <Inline text={text} />
      </u>
    ),
  },
  {
    pattern: /^~~([\s\S]+?)~~/,
    render: ([, text = '']) => (
      <s>
        <Inline text={text} />
      </s>
    ),
  },
  {
    pattern: /^\*(?!\s)([\s\S]*?[^\s*])\*(?!\*)/,
    render: ([, text = '']) => (
      <em>
        <Inline text={text} />
      </em>
    ),
  },
  {
    pattern: /^_([^_]+)_(?!\w)/,
    render: ([, text = '']) => (
      <em>
        <Inline text={text} />
      </em>
    ),
  },
];

/** Whatever no span can begin within. */
const PLAIN = /^(?:[^\\`<@[h|*_~]+|\w+|[\s\S])/;

/** Shows the spans of a text: emphasis, code, links, mentions and timestamps. */
export function Inline({ text }: { text: string }) {
  const parts: ComponentChildren[] = [];
  let rest = text;
  while (rest !== '') {
    const found = firstSpan(rest);
    const [taken] = found?.match ?? PLAIN.exec(rest) ?? [rest];
    parts.push(found ? found.span.render(found.match) : taken);
    rest = rest.slice(taken.length);
  }
  return <>{parts}</>;
}

function firstSpan(text: string): { span: Span; match: RegExpExecArray } | undefined {
  for (const span of SPANS) {
    const match = span.pattern.exec(text);
    if (match) return { span, match };
  }
  return undefined;
}

function Link({ url, children }: { url: string; children: ComponentChildren }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Spoiler({ text }: { text: string }) {
  return (
    <discord-spoiler>
      <Inline text={text} />
    </discord-spoiler>
  );
}
