import open from 'open';

/** Opens the sandbox's page in the browser of a person at a screen; a server, a pipe or a CI run has nobody to look. */
export async function openPage(url: string): Promise<void> {
  if (!process.stdout.isTTY || !hasScreen()) return;
  try {
    await open(url);
  } catch {
    // The address was printed; a machine without a browser is no reason to stop.
  }
}

function hasScreen(): boolean {
  // oxlint-disable-next-line node/no-process-env -- facts about the machine, not configuration of the bot
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI) return false;
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}
