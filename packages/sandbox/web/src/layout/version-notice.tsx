import { outdated } from '../state/version.ts';

/** Stands in place of the page where it and the sandbox would misunderstand each other. */
export function VersionNotice() {
  const isOld = outdated.value === 'page';
  return (
    <main class="connecting">
      <div class="version-notice" role="alert">
        <h1>{isOld ? 'A newer version is running' : 'An older version is running'}</h1>
        <p>
          {isOld
            ? 'The sandbox was updated since this page was opened.'
            : 'This page is newer than the sandbox. Restart the bot, then reload.'}
        </p>
        <button type="button" class="primary" onClick={() => location.reload()}>
          Reload
        </button>
      </div>
    </main>
  );
}
