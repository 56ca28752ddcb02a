export { galleryPlugin } from './plugin.ts';
