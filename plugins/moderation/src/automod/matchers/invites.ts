import type { LeafOf } from '../rules/condition.ts';
import type { MessageText } from '../text/message-text.ts';
import type { Span } from '../text/normalise.ts';
import type { Matcher } from './subject.ts';

const INVITE =
  /(?:discord\s*(?:app)?\s*\.\s*com\s*\/\s*invite|discord\s*\.\s*(?:gg|io|me|li)|dsc\s*\.\s*gg)\s*[/\\]\s*(?:#\/)?([a-z0-9-]{2,64})/giu;

/** Whether a text may hold an invite, for who must look up the server's own before the rules are asked. */
export function mayHoldInvite(text: MessageText): boolean {
  return /d\s*i?\s*sc/u.test(text.view('folded').text) && codesIn(text).length > 0;
}

/** Invites to other servers. The server's own, its vanity address included, are fine. */
export function invites({ allowed }: LeafOf<'invites'>): Matcher {
  const fine = new Set(allowed.map((code) => code.toLowerCase()));
  return {
    cost: 2,
    find({ text, ownInvites }) {
      if (!mayHoldInvite(text)) return undefined;
      for (const { code, part } of codesIn(text))
        if (!ownInvites.has(code) && !fine.has(code.toLowerCase()))
          return { what: `an invite (${code})`, part };
      return undefined;
    },
  };
}

interface Code {
  /** As it was written: codes tell capitals from small letters. */
  readonly code: string;
  readonly part: Span;
}

function codesIn(text: MessageText): Code[] {
  const view = text.view('folded');
  return Array.from(view.text.matchAll(INVITE), (match) => {
    const start = match.index;
    const end = start + match[0].length;
    const code = view.originOf({ start: end - (match[1]?.length ?? 0), end });
    return { code: text.original.slice(code.start, code.end), part: view.originOf({ start, end }) };
  });
}
