import { setting } from '@twi/sdk';
import { z } from 'zod';
import { ESCALATION_STEP } from '../escalation/escalation-step.ts';

/** Discord's limit for a choice (Interactions › Application Commands › Autocomplete). */
const LONGEST_PRESET = 100;
/** So many a menu holds (Components Reference › String Select). */
const MOST_PRESETS = 25;
const MOST_POINTS = 100;
const LONGEST_DECAY_MS = 157_680_000_000;

/** Reasons, and what warnings lead to. */
export const sanctionSettings = {
  reasonPresets: setting.list({
    title: 'Usual reasons',
    description: 'Reasons that commands and forms offer; others can still be typed',
    of: z.string().min(1).max(LONGEST_PRESET),
    max: MOST_PRESETS,
  }),
  purgeArchiveDays: setting.number({
    title: 'Keep purged messages',
    description: 'For how many days what a purge deleted can be looked up',
    min: 1,
    max: 365,
    default: 90,
  }),
  warnPoints: setting.number({
    title: 'Points of a warning',
    description: 'How many points a warning adds',
    min: 0,
    max: MOST_POINTS,
    default: 1,
  }),
  warnPointsByReason: setting.record({
    title: 'Points by reason',
    description: 'Other points for warnings whose reason begins with these words: Spam=2',
    keys: z.string().min(1).max(LONGEST_PRESET),
    of: z.number().int().min(0).max(MOST_POINTS),
    max: MOST_PRESETS,
  }),
  warnPointsLast: setting.duration({
    title: 'Points last',
    description: 'How long the points of a warning count',
    max: LONGEST_DECAY_MS,
    default: 7_776_000_000,
  }),
  escalation: setting.record({
    title: 'Escalation',
    description: 'What happens at how many points: 3=timeout 1h, 5=kick, 7=ban 7d, 10=ban',
    keys: z.string().regex(/^[1-9]\d{0,2}$/, 'a number of points, 1 to 999'),
    of: ESCALATION_STEP,
    max: MOST_PRESETS,
  }),
  escalationImmuneRoles: setting.roles({
    title: 'No escalation for',
    description: 'Roles whose members get points, but nothing happens by itself',
  }),
};
