import type { APIComponentInLabel } from 'discord-api-types/v10';
import type { ModalValue } from '../interaction-action.ts';

/** What every kind of field is given. */
export interface ModalInputProps {
  readonly id: string;
  readonly label: string;
  readonly field: APIComponentInLabel;
  readonly value: ModalValue;
  readonly problem: string | undefined;
  /** Told when something has to be finished before the modal can be sent, and when it is. */
  readonly onBusy: (isBusy: boolean) => void;
  readonly onChange: (value: ModalValue) => void;
}
