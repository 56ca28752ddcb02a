import { byLeaf, type Leaf, type LeafTable } from '../rules/condition.ts';
import { caps, emoji, mentions, newlines, zalgo } from './amounts.ts';
import { channel, discordAutomod, duplicates, newAccount, newMember, rate, role } from './circumstances.ts';
import { attachments } from './files.ts';
import { invites } from './invites.ts';
import { links } from './links.ts';
import { regex } from './regex.ts';
import type { Matcher } from './subject.ts';
import { words } from './words.ts';

const MATCHERS: LeafTable<Matcher> = {
  words,
  regex,
  links,
  invites,
  mentions,
  caps,
  emoji,
  newlines,
  attachments,
  duplicates,
  rate,
  zalgo,
  'new-account': newAccount,
  'new-member': newMember,
  role,
  channel,
  'discord-automod': discordAutomod,
};

/** What looks for a leaf. Patterns are compiled here, once. */
export function matcherOf(leaf: Leaf): Matcher {
  return byLeaf(MATCHERS, leaf);
}
