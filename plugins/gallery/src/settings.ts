import { setting } from '@twi/sdk';
import { z } from 'zod';
import { repostSettings } from './settings/repost-settings.ts';
import { starboardSettings } from './settings/starboard-settings.ts';

/** More would make lists and searches slower than what is measured. */
const MOST_ITEMS = 100_000;
const DEFAULT_MOST_ITEMS = 1_000;

export const gallerySettings = z.strictObject({
  maxItems: setting.number({
    title: 'Most items',
    description: 'How many items the gallery of this server may hold, deleted ones not counted',
    min: 1,
    max: MOST_ITEMS,
    default: DEFAULT_MOST_ITEMS,
  }),
  showAdder: setting.boolean({
    title: 'Show who added it',
    description: 'Tell everybody who looks at an item which member added it',
    default: true,
  }),
  chartTheme: setting.choice({
    title: 'Look of charts',
    description: 'The background of the chart in the statistics',
    options: { dark: 'Dark', light: 'Light' },
    default: 'dark',
  }),
  ...repostSettings,
  ...starboardSettings,
});

/** The settings of one server, defaults filled in. */
export type GallerySettings = z.output<typeof gallerySettings>;
