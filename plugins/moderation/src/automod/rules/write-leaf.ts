import { byLeaf, type Leaf, type LeafTable } from './condition.ts';
import { durationText } from './duration-text.ts';
import type { WrittenLeaf } from './read-leaf.ts';

const WRITTEN: LeafTable<WrittenLeaf> = {
  words: ({ loose, words }) => ({ name: loose ? 'loose-words' : 'words', values: words }),
  regex: ({ pattern }) => ({ name: 'regex', values: [pattern] }),
  links: ({ mode, domains }) => ({ name: mode === 'allow' ? 'links-except' : 'links', values: domains }),
  invites: ({ allowed }) => ({ name: 'invites', values: allowed }),
  mentions: ({ count, kind }) => ({
    name: 'mentions',
    values: [String(count), ...(kind === 'any' ? [] : [kind])],
  }),
  caps: ({ percent, letters }) => ({ name: 'caps', values: [String(percent), String(letters)] }),
  emoji: ({ count }) => ({ name: 'emoji', values: [String(count)] }),
  newlines: ({ count }) => ({ name: 'newlines', values: [String(count)] }),
  attachments: ({ count, kinds }) => ({ name: 'attachments', values: [String(count), ...kinds] }),
  duplicates: ({ count, windowMs }) => ({
    name: 'duplicates',
    values: [String(count), durationText(windowMs)],
  }),
  rate: ({ count, windowMs }) => ({ name: 'rate', values: [String(count), durationText(windowMs)] }),
  zalgo: ({ marks }) => ({ name: 'zalgo', values: [String(marks)] }),
  'new-account': ({ ageMs }) => ({ name: 'new-account', values: [durationText(ageMs)] }),
  'new-member': ({ ageMs }) => ({ name: 'new-member', values: [durationText(ageMs)] }),
  role: ({ ids }) => ({ name: 'role', values: ids.map((id) => `<@&${id}>`) }),
  channel: ({ ids }) => ({ name: 'channel', values: ids.map((id) => `<#${id}>`) }),
  'discord-automod': ({ kinds }) => ({ name: 'discord-automod', values: kinds }),
};

/** Writes a leaf as `readLeaf` reads it. */
export function writeLeaf(leaf: Leaf): WrittenLeaf {
  return byLeaf(WRITTEN, leaf);
}
