import type { Translator } from '@twi/sdk';
import type { SlotUsage } from '../../commands/command-slots.ts';

/** What the commands of a server take of Discord's limits. */
export function slotsFooter(usage: SlotUsage, t: Translator): string {
  const kinds = ['chatInput', 'user', 'message'] as const;
  const slots = kinds.map((kind) => t(`core:plugins.slots-${kind}`, usage[kind])).join(', ');
  return t('core:plugins.slots', { slots });
}
