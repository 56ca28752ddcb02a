/** Lets the process that measures this one ask how much processor time it has used. */
export function reportUse(): void {
  process.on('message', () => process.send?.(process.cpuUsage()));
}
