import { durationText } from './duration-text.ts';
import type { Leaf } from './condition.ts';
import type { WrittenLeaf } from './read-leaf.ts';

/** Writes a leaf as `readLeaf` reads it. */
export function writeLeaf(leaf: Leaf): WrittenLeaf {
  switch (leaf.type) {
    case 'words':
      return { name: leaf.loose ? 'loose-words' : 'words', values: leaf.words };
    case 'regex':
      return { name: 'regex', values: [leaf.pattern] };
    case 'links':
      return { name: leaf.mode === 'allow' ? 'links-except' : 'links', values: leaf.domains };
    case 'invites':
      return { name: 'invites', values: leaf.allowed };
    case 'mentions':
      return { name: 'mentions', values: [String(leaf.count), ...(leaf.kind === 'any' ? [] : [leaf.kind])] };
    case 'caps':
      return { name: 'caps', values: [String(leaf.percent), String(leaf.letters)] };
    case 'emoji':
    case 'newlines':
      return { name: leaf.type, values: [String(leaf.count)] };
    case 'attachments':
      return { name: 'attachments', values: [String(leaf.count), ...leaf.kinds] };
    case 'duplicates':
    case 'rate':
      return { name: leaf.type, values: [String(leaf.count), durationText(leaf.windowMs)] };
    case 'zalgo':
      return { name: 'zalgo', values: [String(leaf.marks)] };
    case 'new-account':
    case 'new-member':
      return { name: leaf.type, values: [durationText(leaf.ageMs)] };
    case 'role':
      return { name: 'role', values: leaf.ids.map((id) => `<@&${id}>`) };
    case 'channel':
      return { name: 'channel', values: leaf.ids.map((id) => `<#${id}>`) };
    case 'discord-automod':
      return { name: 'discord-automod', values: leaf.kinds };
  }
}
