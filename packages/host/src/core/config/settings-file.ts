import { z } from 'zod';

/** Marks the files of `/config export`. */
const FORMAT = 'twi-settings';
const FORMAT_VERSION = 1;

const settingsFileSchema = z.object({
  format: z.literal(FORMAT, `the field \`format\` must be "${FORMAT}"`),
  version: z.literal(FORMAT_VERSION, `the field \`version\` must be ${FORMAT_VERSION}`),
  plugins: z.record(
    z.string(),
    z.object({
      /** Whether it is switched on; absent for core, which always is. */
      enabled: z.boolean().optional(),
      /** Of its settings, see `settingsMigrations` of its manifest. */
      settingsVersion: z.number().int().min(1).default(1),
      settings: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});

/** All settings of a server, and which plugins it uses. */
export type SettingsFile = z.output<typeof settingsFileSchema>;

/** The text of a file that {@link parseSettingsFile} reads. */
export function writeSettingsFile(plugins: SettingsFile['plugins']): string {
  const file: SettingsFile = { format: FORMAT, version: FORMAT_VERSION, plugins };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Reads a file, or says what is wrong with it. */
export function parseSettingsFile(
  text: string,
): { readonly file: SettingsFile } | { readonly problem: string } {
  try {
    const parsed = settingsFileSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { file: parsed.data };
    const [issue] = parsed.error.issues;
    return { problem: issue ? `at \`${issue.path.join('.')}\`, ${issue.message}` : 'it has another shape' };
  } catch (error) {
    return { problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}
