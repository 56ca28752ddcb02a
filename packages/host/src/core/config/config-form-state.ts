/** What a component of the form is about. All of it travels in its custom id, so that it outlives the process. */
export interface ConfigFormState {
  readonly pluginId: string;
  /** Counts from 0. */
  readonly page: number;
  /** For a menu, the name of its field; for a modal, the revision that it was filled from. */
  readonly detail: string;
}

const STATE = /^(?<pluginId>[a-z][a-z0-9-]*)\.(?<page>\d{1,3})\.(?<detail>\w*)$/;

export function writeFormState({ pluginId, page, detail }: ConfigFormState): string {
  return `${pluginId}.${page}.${detail}`;
}

export function parseFormState(text: string): ConfigFormState | undefined {
  const { pluginId, page, detail } = STATE.exec(text)?.groups ?? {};
  if (pluginId === undefined || page === undefined || detail === undefined) return undefined;
  return { pluginId, page: Number(page), detail };
}
