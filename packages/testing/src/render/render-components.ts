/** What is read of a component, whatever its kind (Interactions › Message Components). */
interface AnyComponent {
  readonly label?: string;
  readonly placeholder?: string;
  readonly content?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { readonly label: string }[];
  readonly components?: readonly AnyComponent[];
  readonly component?: AnyComponent;
  readonly accessory?: AnyComponent;
  readonly custom_id?: string;
}

/** The lines of components: `[Next] [Previous (off)]`, `▾ Choose: one | two`, texts as they are. */
export function componentLines(components: readonly object[]): string[] {
  return components.flatMap((component) => linesOf(component));
}

function linesOf({ components, component, accessory, ...own }: AnyComponent): string[] {
  if (component) return [`${own.label ?? ''}: ${faceOf(component)}`];
  const inner = (components ?? []).flatMap(linesOf);
  const isRow = inner.length > 0 && inner.every((line) => line.startsWith('['));
  const lines = [...(isRow ? [inner.join(' ')] : inner), ...(accessory ? linesOf(accessory) : [])];
  const face = faceOf(own);
  return face ? [face, ...lines] : lines;
}

function faceOf({
  label,
  placeholder,
  content,
  url,
  disabled,
  options,
  custom_id: customId,
}: AnyComponent): string {
  const off = disabled ? ' (off)' : '';
  if (options)
    return `▾ ${placeholder ?? 'Choose'}${off}: ${options.map((option) => option.label).join(' | ')}`;
  if (content !== undefined) return content;
  if (label !== undefined) return `[${label}${url ? ` → ${url}` : ''}${off}]`;
  return placeholder !== undefined || customId !== undefined ? `▾ ${placeholder ?? customId}${off}` : '';
}
