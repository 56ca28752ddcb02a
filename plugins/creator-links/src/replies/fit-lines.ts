/** Takes the most telling form of all lines with which they fit. The shortest forms have to fit in any case. */
export function fitLines(lines: readonly (readonly string[])[], length: number): readonly string[] {
  const forms = Math.max(0, ...lines.map((each) => each.length));
  for (let form = 0; form < forms; form += 1) {
    const chosen = lines.map((each) => each[form] ?? each.at(-1) ?? '');
    if (form === forms - 1 || chosen.join('\n').length <= length) return chosen;
  }
  return [];
}
