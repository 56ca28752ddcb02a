import type { Signal } from '@preact/signals';
import { Icon } from '../theme/icon.tsx';

/** The files that go with the next message. */
export function FileTray({ files }: { files: Signal<readonly File[]> }) {
  if (files.value.length === 0) return null;
  return (
    <ul class="file-tray" aria-label="Files to upload">
      {files.value.map((file) => (
        <li key={`${file.name} ${file.size}`}>
          {file.name}
          <button
            type="button"
            aria-label={`Remove ${file.name}`}
            onClick={() => (files.value = files.value.filter((other) => other !== file))}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
