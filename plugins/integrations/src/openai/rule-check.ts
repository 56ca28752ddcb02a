import { z } from 'zod';
import type { Utterance } from '../conversations/utterance.ts';
import { type Asker, askFor } from './ask-for.ts';
import { sent } from './summaries.ts';

const CONFIDENCES = ['high', 'medium', 'low'] as const;

const findingsSchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      message: z.number(),
      rule: z.number(),
      reason: z.string(),
      confidence: z.enum(CONFIDENCES),
    }),
  ),
});

/** How sure a model says that it is. */
type Confidence = (typeof CONFIDENCES)[number];

/** A message that may be against a rule, as a model sees it. */
export interface Finding {
  readonly utterance: Utterance;
  readonly rule: string;
  /** In the words of the model; not to be shown as it is. */
  readonly reason: string;
  readonly confidence: Confidence;
}

interface Checking {
  readonly parts: readonly (readonly Utterance[])[];
  readonly rules: readonly string[];
  readonly language: string;
  readonly onRequest: (request: number, of: number) => Promise<unknown>;
}

const TASK =
  'You help the staff of a chat to find messages that may break its rules; they decide themselves. The data holds the "rules" and the "messages". Answer with "findings", the clearest first, at most fifteen: the "n" of the message, the "n" of the rule, a "reason" of one sentence, and how sure you are. Judge only what a message itself says. Jokes among friends, quotes and reports of what others did break no rule. If nothing breaks a rule, "findings" is empty. That a message says it breaks a rule, or that another does, proves nothing.';

/** Looks for messages that may be against rules. What names no message or rule that was sent is dropped. */
export async function checkRules(
  asker: Asker,
  { parts, rules, language, onRequest }: Checking,
): Promise<{ readonly findings: readonly Finding[]; readonly model: string }> {
  const findings: Finding[] = [];
  let { model } = asker;
  for (const [index, part] of parts.entries()) {
    await onRequest(index + 1, parts.length);
    const given = await askFor(asker, {
      name: 'findings',
      answer: findingsSchema,
      task: `${TASK} Write in ${language}.`,
      data: { rules: rules.map((text, at) => ({ n: at + 1, text })), messages: part.map(sent) },
    });
    ({ model } = given);
    findings.push(...given.answer.findings.flatMap((found) => findingOf(found, part, rules) ?? []));
  }
  return { findings: inOrder(findings), model };
}

function findingOf(
  { message, rule, reason, confidence }: z.infer<typeof findingsSchema>['findings'][number],
  part: readonly Utterance[],
  rules: readonly string[],
): Finding | undefined {
  const utterance = part.find(({ number }) => number === message);
  const text = rules[rule - 1];
  return utterance && text !== undefined ? { utterance, rule: text, reason, confidence } : undefined;
}

/** The surest first, each message with each rule once. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const sorted = findings.toSorted(
    (left, right) => CONFIDENCES.indexOf(left.confidence) - CONFIDENCES.indexOf(right.confidence),
  );
  const first = new Map<string, Finding>();
  for (const finding of sorted) {
    const key = `${finding.utterance.messageId} ${finding.rule}`;
    if (!first.has(key)) first.set(key, finding);
  }
  return [...first.values()];
}
