import { signal } from '@preact/signals';

/** A measure that a person is about to take by hand. */
export interface OpenMeasure {
  readonly userId: string;
  readonly type: 'ban' | 'kick' | 'timeout';
}

/** The measure that is asked about; undefined while none is. */
export const openMeasure = signal<OpenMeasure | undefined>(undefined);

/** Id of the member whose roles are being changed. */
export const rolesOpenFor = signal<string | undefined>(undefined);
