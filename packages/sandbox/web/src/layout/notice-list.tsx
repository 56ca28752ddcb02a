import { dismiss, notices } from '../state/notices.ts';
import { Icon } from '../theme/icon.tsx';

/** What went wrong, told at the bottom for some seconds. */
export function NoticeList() {
  return (
    <div class="notices" role="alert">
      {notices.value.map(({ id, text }) => (
        <p key={id} class="notice">
          {text}
          <button type="button" aria-label="Dismiss" onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  );
}
