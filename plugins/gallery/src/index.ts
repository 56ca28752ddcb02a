export { galleryPlugin } from './plugin.ts';
export type { Gallery } from './gallery.ts';
