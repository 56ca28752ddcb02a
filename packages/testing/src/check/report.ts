import type { CheckResult } from './check-plugin.ts';

/** What the checks found, for people: a line a check, and below it each fault with its place. */
export function formatReport(folder: string, results: readonly CheckResult[]): string {
  const count = results.reduce((sum, { faults }) => sum + faults.length, 0);
  const lines = results.flatMap(({ title, faults, notes = [] }) => [
    `${faults.length === 0 ? '✓' : '✗'} ${title}`,
    ...faults.map(({ where, message }) => `    ${where}: ${message.replaceAll('\n', '\n      ')}`),
    ...notes.map((note) => `    (${note})`),
  ]);
  const verdict = count === 0 ? 'Nothing is wrong.' : `${count} ${count === 1 ? 'fault' : 'faults'}.`;
  return [`Checking the plugin in ${folder}`, ...lines, verdict].join('\n');
}
