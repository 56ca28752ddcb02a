import { customId, parseCustomId } from '@twi/sdk';

const VERBS = ['back', 'cancel', 'channels', 'form', 'post'] as const;

/** What a button of a repost does. */
export type RepostVerb = (typeof VERBS)[number];

/** What a select menu asks: what of the message, or where it goes. */
export type RepostMenu = 'choice' | 'place';

/** The components of a repost, by the handler that answers them. Each names the draft; whose it is, the draft knows. */
export const repostIds = {
  button: (verb: RepostVerb, draftId: string, page = 0) =>
    customId('gallery', 'repost', `${verb}:${draftId}:${page}`),
  menu: (what: RepostMenu, draftId: string) => customId('gallery', 'repost-select', `${what}:${draftId}`),
  form: (draftId: string) => customId('gallery', 'repost-form', draftId),
};

export interface RepostPress {
  readonly verb: RepostVerb;
  readonly draftId: string;
  /** Of the channels, from 0. */
  readonly page: number;
}

export function parseRepostButton(id: string): RepostPress | undefined {
  const state = stateOf(id, 'repost');
  const [given, draftId, page] = state?.split(':') ?? [];
  const verb = VERBS.find((candidate) => candidate === given);
  return verb && draftId ? { verb, draftId, page: Number(page) || 0 } : undefined;
}

export interface RepostSelection {
  readonly menu: RepostMenu;
  readonly draftId: string;
}

export function parseRepostMenu(id: string): RepostSelection | undefined {
  const [menu, draftId] = stateOf(id, 'repost-select')?.split(':') ?? [];
  return draftId && (menu === 'choice' || menu === 'place') ? { menu, draftId } : undefined;
}

/** The id of the draft that a form belongs to. */
export function parseRepostForm(id: string): string | undefined {
  return stateOf(id, 'repost-form');
}

function stateOf(id: string, handler: string): string | undefined {
  const parsed = parseCustomId(id);
  return parsed?.plugin === 'gallery' && parsed.handler === handler ? parsed.state : undefined;
}
