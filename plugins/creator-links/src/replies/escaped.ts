/** What somebody wrote on one line, with nothing in it that Discord would format or link, nor the end of a link around it. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\*_~`|#<>[\]()]|^[-+]/g, String.raw`\$&`);
}
