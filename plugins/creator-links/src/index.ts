export { creatorLinksPlugin } from './plugin.ts';
