export { creatorLinksPlugin } from './plugin.ts';
export type { CreatorLinks } from './creator-links.ts';
export type { CreatorLink } from './links/creator-link.ts';
