import type { ModalValue } from '../interaction-action.ts';

/** The values chosen in a list field. */
export function chosenOf(value: ModalValue): string[] {
  return typeof value === 'string' ? [] : value.filter((entry) => typeof entry === 'string');
}
