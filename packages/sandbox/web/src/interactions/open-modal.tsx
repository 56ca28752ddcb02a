import { ModalDialog } from './modals/modal-dialog.tsx';
import { session } from './session.ts';

/** The modal that is open, if one is. */
export function OpenModalDialog() {
  const current = session.value;
  const open = current.modal.value;
  return open ? <ModalDialog key={open.exchange} open={open} session={current} /> : null;
}
