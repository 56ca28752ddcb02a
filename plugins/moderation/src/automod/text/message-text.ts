import { normalise, type NormalisedText } from './normalise.ts';

const TOKEN = /[\p{L}\p{N}\p{M}]+/gu;

/** A reduced text with its words at hand. */
export interface TextView extends NormalisedText {
  readonly tokens: ReadonlySet<string>;
}

const VIEWS = {
  /** Lower case, without decoration and invisible characters; letters stay in their script. */
  plain: {},
  /** As `plain`, with look-alikes as the ASCII letters that they stand for. */
  folded: { homoglyphs: true },
  /** As `folded`, with `fr33` and `freeee` read as `free`. */
  loose: { homoglyphs: true, leet: true, stretched: true },
} as const;

export type ViewName = keyof typeof VIEWS;

/** What somebody wrote, in the forms in which rules look at it; each is made when the first rule asks, and once. */
export class MessageText {
  readonly original: string;
  readonly #views: Partial<Record<ViewName, TextView>> = {};
  readonly #facts = new Map<unknown, unknown>();

  constructor(original: string) {
    this.original = original;
  }

  view(name: ViewName): TextView {
    return (this.#views[name] ??= viewOf(normalise(this.original, VIEWS[name])));
  }

  /** What `find` says of this text; it is asked once, however many rules want to know. */
  fact<Fact>(find: (text: MessageText) => Fact): Fact {
    // -- under a function there is only ever what it returned
    if (this.#facts.has(find)) return this.#facts.get(find) as Fact;
    const fact = find(this);
    this.#facts.set(find, fact);
    return fact;
  }
}

/** What a rule's own word looks like in a view. */
export function inView(word: string, name: ViewName): string {
  return normalise(word, VIEWS[name]).text.trim();
}

function viewOf({ text, originOf }: NormalisedText): TextView {
  let tokens: Set<string> | undefined;
  return {
    text,
    originOf,
    get tokens() {
      return (tokens ??= new Set(text.match(TOKEN)));
    },
  };
}
