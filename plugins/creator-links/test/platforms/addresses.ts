type Address = readonly [typed: string, url: string, username: string | undefined];

/** What people paste, and what is made of it, by platform. */
export const ADDRESSES: Readonly<Record<string, readonly Address[]>> = {
  ao3: [
    [
      'https://archiveofourown.org/users/Cat_Writer',
      'https://archiveofourown.org/users/Cat_Writer',
      'Cat_Writer',
    ],
    [
      'http://www.archiveofourown.org/users/Cat/pseuds/Kitten',
      'https://archiveofourown.org/users/Cat',
      'Cat',
    ],
    ['https://ao3.org/users/Cat/works', 'https://archiveofourown.org/users/Cat', 'Cat'],
    [
      'https://archiveofourown.org/works/123/chapters/456?view_adult=true#comments',
      'https://archiveofourown.org/works/123',
      undefined,
    ],
    [
      'https://archiveofourown.org/collections/fest/works/123',
      'https://archiveofourown.org/works/123',
      undefined,
    ],
  ],
  'fanfiction-net': [
    ['https://m.fanfiction.net/u/123/Cat', 'https://www.fanfiction.net/u/123', 'Cat'],
    ['https://www.fanfiction.net/u/123/', 'https://www.fanfiction.net/u/123', undefined],
    ['https://www.fanfiction.net/s/5/1/The-Cat', 'https://www.fanfiction.net/s/5', undefined],
    ['https://www.fanfiction.net/~cat', 'https://www.fanfiction.net/~cat', undefined],
  ],
  wattpad: [['https://www.wattpad.com/user/Cat?utm_source=web', 'https://www.wattpad.com/user/cat', 'Cat']],
  'royal-road': [
    ['https://royalroad.com/profile/123/fictions', 'https://www.royalroad.com/profile/123', undefined],
    [
      'https://www.royalroadl.com/fiction/9/the-cat/chapter/1/one',
      'https://www.royalroad.com/fiction/9',
      undefined,
    ],
    ['https://www.royalroad.com/fiction/9/the-cat', 'https://www.royalroad.com/fiction/9', undefined],
  ],
  'scribble-hub': [
    ['https://scribblehub.com/profile/7/cat/', 'https://www.scribblehub.com/profile/7/cat', 'cat'],
  ],
  medium: [
    ['https://cat.medium.com', 'https://medium.com/@cat', 'cat'],
    ['https://medium.com/@Cat/about', 'https://medium.com/@cat', 'Cat'],
  ],
  substack: [
    ['https://substack.com/@Cat/notes', 'https://substack.com/@cat', 'Cat'],
    ['https://open.substack.com/pub/cat?r=1', 'https://cat.substack.com', 'cat'],
    ['https://cat.substack.com/archive?sort=new', 'https://cat.substack.com', 'cat'],
    ['https://cat.substack.com/p/first-post', 'https://cat.substack.com/p/first-post', undefined],
  ],
  goodreads: [['http://goodreads.com/cat', 'https://www.goodreads.com/cat', 'cat']],
  deviantart: [
    ['https://deviantart.com/Cat-Art', 'https://www.deviantart.com/cat-art', 'Cat-Art'],
    ['http://cat-art.deviantart.com/', 'https://www.deviantart.com/cat-art', 'cat-art'],
    ['https://cat-art.deviantart.com/gallery/', 'https://www.deviantart.com/cat-art', 'cat-art'],
    [
      'https://www.deviantart.com/cat/art/Kitten-1?q=x',
      'https://www.deviantart.com/cat/art/Kitten-1',
      undefined,
    ],
    ['https://www.deviantart.com/tag/cats', 'https://www.deviantart.com/tag/cats', undefined],
  ],
  pixiv: [
    ['https://www.pixiv.net/en/users/42', 'https://www.pixiv.net/users/42', undefined],
    ['http://www.pixiv.net/member.php?id=42', 'https://www.pixiv.net/users/42', undefined],
    [
      'https://touch.pixiv.net/member_illust.php?mode=medium&illust_id=9',
      'https://www.pixiv.net/artworks/9',
      undefined,
    ],
  ],
  fanbox: [
    ['https://www.fanbox.cc/@cat', 'https://cat.fanbox.cc', 'cat'],
    ['https://cat.fanbox.cc/posts', 'https://cat.fanbox.cc', 'cat'],
  ],
  artstation: [
    ['https://www.artstation.com/artist/cat', 'https://www.artstation.com/cat', 'cat'],
    ['https://cat.artstation.com/', 'https://www.artstation.com/cat', 'cat'],
    ['https://www.artstation.com/artwork/abc', 'https://www.artstation.com/artwork/abc', undefined],
  ],
  newgrounds: [['https://cat.newgrounds.com/art', 'https://cat.newgrounds.com', 'cat']],
  furaffinity: [['https://furaffinity.net/gallery/Cat/', 'https://www.furaffinity.net/user/cat', 'Cat']],
  cara: [['https://cara.app/Cat/all', 'https://cara.app/cat', 'Cat']],
  x: [
    ['https://twitter.com/Cat?ref_src=twsrc', 'https://x.com/cat', 'Cat'],
    ['http://mobile.twitter.com/cat/media', 'https://x.com/cat', 'cat'],
    ['https://www.x.com/cat', 'https://x.com/cat', 'cat'],
    ['https://fxtwitter.com/cat/status/1', 'https://x.com/cat/status/1', undefined],
    ['https://x.com/home', 'https://x.com/home', undefined],
  ],
  bluesky: [
    [
      'https://bsky.app/profile/Cat.bsky.social',
      'https://bsky.app/profile/cat.bsky.social',
      'Cat.bsky.social',
    ],
    [
      'https://bsky.app/profile/cat.example.org',
      'https://bsky.app/profile/cat.example.org',
      'cat.example.org',
    ],
    ['https://Cat.bsky.social/', 'https://bsky.app/profile/cat.bsky.social', 'cat.bsky.social'],
    ['https://bsky.app/profile/did:plc:abc', 'https://bsky.app/profile/did:plc:abc', 'did:plc:abc'],
  ],
  tumblr: [
    ['https://Cat-Art.tumblr.com/', 'https://www.tumblr.com/cat-art', 'cat-art'],
    ['https://www.tumblr.com/blog/view/cat', 'https://www.tumblr.com/cat', 'cat'],
    ['https://cat.tumblr.com/post/1/kitten', 'https://cat.tumblr.com/post/1/kitten', undefined],
    ['https://www.tumblr.com/tagged/cats', 'https://www.tumblr.com/tagged/cats', undefined],
  ],
  instagram: [
    ['https://instagram.com/Cat.Art/?igshid=x', 'https://www.instagram.com/cat.art', 'Cat.Art'],
    ['https://instagr.am/cat', 'https://www.instagram.com/cat', 'cat'],
    ['https://www.instagram.com/p/Cxyz/', 'https://www.instagram.com/p/Cxyz', undefined],
  ],
  threads: [['https://www.threads.net/@cat', 'https://www.threads.com/@cat', 'cat']],
  facebook: [
    ['https://m.facebook.com/cat.art', 'https://www.facebook.com/cat.art', 'cat.art'],
    ['https://fb.com/cat.art?fbclid=1', 'https://www.facebook.com/cat.art', 'cat.art'],
    [
      'https://www.facebook.com/profile.php?id=100&ref=x',
      'https://www.facebook.com/profile.php?id=100',
      undefined,
    ],
  ],
  reddit: [
    ['https://old.reddit.com/u/Cat', 'https://www.reddit.com/user/cat', 'Cat'],
    ['https://reddit.com/r/cats/', 'https://www.reddit.com/r/cats', undefined],
  ],
  mastodon: [
    ['https://mastodon.social/@Cat', 'https://mastodon.social/@cat', 'Cat'],
    ['https://mastodon.art/users/cat', 'https://mastodon.art/@cat', 'cat'],
    [
      'https://mastodon.social/@cat@mastodon.art',
      'https://mastodon.social/@cat@mastodon.art',
      'cat@mastodon.art',
    ],
  ],
  tiktok: [['https://m.tiktok.com/@Cat?lang=de', 'https://www.tiktok.com/@cat', 'Cat']],
  discord: [
    ['https://discord.com/invite/CaTs', 'https://discord.gg/CaTs', undefined],
    ['discord.gg/CaTs', 'https://discord.gg/CaTs', undefined],
    ['https://discordapp.com/users/1', 'https://discord.com/users/1', undefined],
  ],
  telegram: [['https://telegram.me/CatArt', 'https://t.me/catart', 'CatArt']],
  youtube: [
    ['https://m.youtube.com/@Cat/videos', 'https://www.youtube.com/@cat', 'Cat'],
    ['https://youtu.be/abc_-1?si=x&t=3', 'https://www.youtube.com/watch?v=abc_-1', undefined],
    ['https://www.youtube.com/watch?v=abc&feature=share', 'https://www.youtube.com/watch?v=abc', undefined],
    ['https://youtube.com/channel/UCabc/about', 'https://www.youtube.com/channel/UCabc', undefined],
    ['https://www.youtube.com/@K%C3%A4tzchen', 'https://www.youtube.com/@K%C3%A4tzchen', 'Kätzchen'],
    ['https://youtube.com/%40c%61t', 'https://www.youtube.com/@cat', 'cat'],
    ['https://youtube.com/@cat%0A%2a', 'https://www.youtube.com/@cat%0A%2A', undefined],
    ['https://youtube.com/@cat%E2%80%AEx', 'https://www.youtube.com/@cat%E2%80%AEx', undefined],
    ['https://music.youtube.com/channel/UCabc', 'https://music.youtube.com/channel/UCabc', undefined],
  ],
  twitch: [['https://go.twitch.tv/Cat/about', 'https://www.twitch.tv/cat', 'Cat']],
  vimeo: [
    ['https://vimeo.com/Cat', 'https://vimeo.com/cat', 'Cat'],
    ['https://vimeo.com/12345', 'https://vimeo.com/12345', undefined],
  ],
  spotify: [
    ['https://open.spotify.com/intl-de/artist/4Z8?si=x', 'https://open.spotify.com/artist/4Z8', undefined],
    ['https://open.spotify.com/user/cat', 'https://open.spotify.com/user/cat', 'cat'],
  ],
  soundcloud: [['https://m.soundcloud.com/Cat/tracks', 'https://soundcloud.com/cat', 'Cat']],
  bandcamp: [
    ['http://cat.bandcamp.com/music', 'https://cat.bandcamp.com', 'cat'],
    ['https://cat.bandcamp.com/album/kittens', 'https://cat.bandcamp.com/album/kittens', undefined],
  ],
  patreon: [
    ['patreon.com/Cat', 'https://www.patreon.com/cat', 'Cat'],
    ['http://www.patreon.com/c/cat/posts', 'https://www.patreon.com/cat', 'cat'],
    ['https://www.patreon.com/cw/cat', 'https://www.patreon.com/cat', 'cat'],
    [
      'https://www.patreon.com/posts/kittens-1?utm_source=x',
      'https://www.patreon.com/posts/kittens-1',
      undefined,
    ],
    ['https://www.patreon.com/user?u=42&fan=1', 'https://www.patreon.com/user?u=42', undefined],
  ],
  'ko-fi': [
    ['https://www.ko-fi.com/Cat/shop', 'https://ko-fi.com/cat', 'Cat'],
    ['https://ko-fi.com/s/abc', 'https://ko-fi.com/s/abc', undefined],
  ],
  'buy-me-a-coffee': [['https://www.buymeacoffee.com/Cat', 'https://buymeacoffee.com/cat', 'Cat']],
  gumroad: [
    ['https://gumroad.com/cat', 'https://cat.gumroad.com', 'cat'],
    ['https://cat.gumroad.com/l/brushes?layout=x', 'https://cat.gumroad.com/l/brushes', undefined],
  ],
  etsy: [
    ['https://www.etsy.com/de/shop/CatShop?ref=x', 'https://www.etsy.com/shop/catshop', 'CatShop'],
    ['https://catshop.etsy.com', 'https://www.etsy.com/shop/catshop', 'catshop'],
  ],
  redbubble: [['https://redbubble.com/people/Cat/shop?asc=u', 'https://www.redbubble.com/people/cat', 'Cat']],
  linktree: [['https://www.linktr.ee/Cat', 'https://linktr.ee/cat', 'Cat']],
  carrd: [['http://cat.carrd.co/#about', 'https://cat.carrd.co', 'cat']],
  github: [
    ['https://github.com/Cat/', 'https://github.com/cat', 'Cat'],
    ['https://github.com/Cat/kitten.git', 'https://github.com/Cat/kitten.git', undefined],
  ],
  itch: [['https://itch.io/profile/cat', 'https://cat.itch.io', 'cat']],
  steam: [
    ['https://steamcommunity.com/id/Cat/', 'https://steamcommunity.com/id/Cat', 'Cat'],
    [
      'https://store.steampowered.com/app/1/The_Cat/?snr=x',
      'https://store.steampowered.com/app/1',
      undefined,
    ],
  ],
  website: [
    ['https://Example.ORG', 'https://example.org', undefined],
    ['example.org/about/', 'https://example.org/about', undefined],
    ['https://example.org:443/a/../b?utm_source=x&page=2#top', 'https://example.org/b?page=2', undefined],
    ['https://www.example.org./', 'https://www.example.org', undefined],
    ['https://example.org/%63%2f%252e', 'https://example.org/c%2F%252e', undefined],
    ['https://example.org/%%36%31', 'https://example.org/%%36%31', undefined],
    ['https://forum.example.org?members/cat.1/', 'https://forum.example.org/?members/cat.1/', undefined],
    ['https://example.org/?a=%20&utm_medium=x&b=(c)', 'https://example.org/?a=%20&b=(c)', undefined],
    ['https://matrix.to/#/@cat:example.org', 'https://matrix.to/#/@cat:example.org', undefined],
    ['https://münchen.de/katzen', 'https://xn--mnchen-3ya.de/katzen', undefined],
  ],
};
