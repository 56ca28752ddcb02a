import type { Leaf } from '../rules/condition.ts';
import { caps, emoji, mentions, newlines, zalgo } from './amounts.ts';
import { channel, discordAutomod, duplicates, newAccount, newMember, rate, role } from './circumstances.ts';
import { attachments } from './files.ts';
import { invites } from './invites.ts';
import { links } from './links.ts';
import { regex } from './regex.ts';
import type { Matcher } from './subject.ts';
import { words } from './words.ts';

/** What looks for a leaf. Patterns are compiled here, once. */
export function matcherOf(leaf: Leaf): Matcher {
  switch (leaf.type) {
    case 'words':
      return words(leaf);
    case 'regex':
      return regex(leaf);
    case 'links':
      return links(leaf);
    case 'invites':
      return invites(leaf);
    case 'mentions':
      return mentions(leaf);
    case 'caps':
      return caps(leaf);
    case 'emoji':
      return emoji(leaf);
    case 'newlines':
      return newlines(leaf);
    case 'attachments':
      return attachments(leaf);
    case 'duplicates':
      return duplicates(leaf);
    case 'rate':
      return rate(leaf);
    case 'zalgo':
      return zalgo(leaf);
    case 'new-account':
      return newAccount(leaf);
    case 'new-member':
      return newMember(leaf);
    case 'role':
      return role(leaf);
    case 'channel':
      return channel(leaf);
    case 'discord-automod':
      return discordAutomod(leaf);
  }
}
