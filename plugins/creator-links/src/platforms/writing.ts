import type { Platform } from './platform.ts';

/** Where people write. */
export const WRITING = {
  ao3: {
    name: 'AO3',
    host: 'archiveofourown.org',
    aliases: ['archiveofourown.com', 'archiveofourown.net', 'ao3.org'],
    profile: 'archiveofourown.org/users/{user}',
    also: ['archiveofourown.org/users/{user}/pseuds/{any}'],
    tabs: ['profile', 'works', 'series', 'bookmarks', 'collections', 'gifts', 'pseuds'],
    moved: {
      'archiveofourown.org/works/{id}/chapters/{any}': 'archiveofourown.org/works/{id}',
      'archiveofourown.org/collections/{any}/works/{id}': 'archiveofourown.org/works/{id}',
    },
    user: String.raw`\w{3,40}`,
    reserved: ['login', 'password', 'logout'],
  },
  'fanfiction-net': {
    name: 'FanFiction.net',
    host: 'www.fanfiction.net',
    profile: 'www.fanfiction.net/u/{id}',
    also: ['fanfiction.net/u/{id}/{user}'],
    moved: {
      'fanfiction.net/s/{id}/{any}/{any}': 'www.fanfiction.net/s/{id}',
      'fanfiction.net/s/{id}/{any}': 'www.fanfiction.net/s/{id}',
    },
  },
  wattpad: {
    name: 'Wattpad',
    host: 'www.wattpad.com',
    profile: 'www.wattpad.com/user/{user}',
    tabs: ['about', 'conversations', 'following'],
    ignoresCase: true,
  },
  'royal-road': {
    name: 'Royal Road',
    host: 'www.royalroad.com',
    aliases: ['royalroadl.com'],
    moved: {
      'royalroad.com/profile/{id}/{any}': 'www.royalroad.com/profile/{id}',
      'royalroad.com/fiction/{id}/{any}': 'www.royalroad.com/fiction/{id}',
      'royalroad.com/fiction/{id}/{any}/chapter/{any}/{any}': 'www.royalroad.com/fiction/{id}',
    },
  },
  'scribble-hub': {
    name: 'Scribble Hub',
    host: 'www.scribblehub.com',
    profile: 'www.scribblehub.com/profile/{id}/{user}',
  },
  medium: {
    name: 'Medium',
    host: 'medium.com',
    profile: 'medium.com/@{user}',
    also: ['{user}.medium.com'],
    tabs: ['about', 'list'],
    reserved: ['www', 'm', 'blog', 'help', 'policy'],
    ignoresCase: true,
  },
  substack: {
    name: 'Substack',
    host: 'substack.com',
    profile: '{user}.substack.com',
    also: ['open.substack.com/pub/{user}'],
    // The name of a person: their newsletters, of which they may have several or none, have names of their own.
    moved: {
      'substack.com/@{user}': 'substack.com/@{user}',
      'substack.com/@{user}/{any}': 'substack.com/@{user}',
    },
    tabs: ['about', 'archive', 'subscribe', 'notes'],
    reserved: ['www', 'open', 'support', 'on', 'api'],
    user: '[A-Za-z0-9][A-Za-z0-9-]{0,62}',
    ignoresCase: true,
  },
  goodreads: {
    name: 'Goodreads',
    host: 'www.goodreads.com',
    profile: 'www.goodreads.com/{user}',
    reserved: [
      'author',
      'book',
      'user',
      'review',
      'series',
      'list',
      'shelf',
      'group',
      'story',
      'genres',
      'quotes',
    ],
  },
} as const satisfies Record<string, Platform>;
