import { ButtonStyle } from 'discord-api-types/v10';
import type { Problem } from './discord-error.ts';
import { asNumber, asText, isAbsent, isBlank, type JsonObject } from './json.ts';
import type { Path } from './problem.ts';
import { schemeProblems, WEB_OR_CLIENT } from './urls.ts';

type Target = 'custom_id' | 'url' | 'sku_id';

const NAMES: Readonly<Record<Target, string>> = { custom_id: 'custom id', url: 'url', sku_id: 'sku id' };
const TARGETS: readonly Target[] = ['custom_id', 'url', 'sku_id'];

/**
 * A link has a URL, a premium button a SKU, every other button a custom id, and none has two of them.
 *
 * @see https://docs.discord.com/developers/components/reference#button
 */
export function* buttonProblems(button: JsonObject, path: Path): Generator<Problem> {
  const style = asNumber(button['style']);
  const needed = targetOf(style);
  for (const target of TARGETS) {
    const isSet = !isAbsent(button[target]) && asText(button[target]) !== '';
    if (target === needed && !isSet) yield missing(target, path);
    if (target !== needed && isSet) yield exclusive(target, needed, path);
  }
  const isPremium = style === ButtonStyle.Premium;
  const hasFace = !isBlank(asText(button['label'])) || !isAbsent(button['emoji']);
  if (!isPremium && !hasFace) yield faceless(path);
  yield* schemeProblems(button['url'], WEB_OR_CLIENT, [...path, 'url']);
}

function targetOf(style: number | undefined): Target {
  if (style === ButtonStyle.Link) return 'url';
  return style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
}

function missing(target: Target, path: Path): Problem {
  const code = `BUTTON_COMPONENT_${target.toUpperCase()}_REQUIRED`;
  return { path: [...path, target], code, message: `A ${NAMES[target]} is required` };
}

function exclusive(target: Target, needed: Target, path: Path): Problem {
  return {
    path: [...path, target],
    code: `BUTTON_COMPONENT_${target.toUpperCase()}_EXCLUSIVE`,
    message: `A ${NAMES[target]} and a ${NAMES[needed]} cannot both be specified`,
  };
}

function faceless(path: Path): Problem {
  return {
    path: [...path, 'label'],
    code: 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
    message: 'A label or an emoji is required',
  };
}
