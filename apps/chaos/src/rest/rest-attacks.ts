import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestFault } from '@twi/sandbox';
import type { Attack } from '../attacks/attack.ts';

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
const MESSAGES = '/channels/{channel_id}/messages';
/** So many that several tries in a row fail now and then, and so few that hardly any fails in all. */
const SOME = 0.08;
const FEW = 0.04;
const MANY = 0.4;
const PAGE = '<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>';

/** Lets requests fail for as long as the attack lasts. */
function fail(name: string, ...faults: readonly RequestFault[]): Attack {
  return {
    name,
    play: async (sandbox, forMs) => {
      for (const fault of faults) sandbox.faults.failNext({ ...fault, forMs });
      await sleep(forMs);
    },
  };
}

/** What Discord's REST interface does on bad days. */
export const REST_ATTACKS: readonly Attack[] = [
  fail('429 of single routes', { status: 429, retryAfterMs: 400, chance: SOME }),
  fail('429 of something shared', { status: 429, retryAfterMs: 400, scope: 'shared', chance: SOME }),
  fail('429 of everything', { status: 429, retryAfterMs: 800, scope: 'global', chance: FEW }),
  fail('500', { status: 500, chance: SOME }),
  fail('502 with a page of HTML', { status: 502, body: PAGE, chance: SOME }),
  fail('503', { status: 503, chance: SOME }),
  fail('500 of what was done all the same', { status: 500, afterwards: true, chance: SOME }),
  fail('answers that never come', { breaks: 'hang', chance: FEW }),
  fail('answers that never come to what was done', { breaks: 'hang', afterwards: true, chance: FEW }),
  fail('connections reset', { breaks: 'reset', chance: SOME }),
  fail('connections reset after it was done', { breaks: 'reset', afterwards: true, chance: SOME }),
  fail('truncated answers', { breaks: 'truncate', chance: SOME }),
  fail('slow answers', { breaks: 'slow', chance: FEW }),
  fail('answers that are no JSON', { breaks: 'garble', chance: SOME }),
  fail('all at once', ...mixture()),
];

function mixture(): readonly RequestFault[] {
  const chance = 0.03;
  return [
    { status: 429, retryAfterMs: 300, chance },
    { status: 502, body: PAGE, chance },
    { status: 500, afterwards: true, chance },
    { breaks: 'hang', chance },
    { breaks: 'reset', afterwards: true, chance },
    { breaks: 'truncate', chance },
    { status: 429, retryAfterMs: 300, template: MESSAGES, chance: MANY },
    { status: 503, template: CALLBACK, chance: SOME },
  ];
}
