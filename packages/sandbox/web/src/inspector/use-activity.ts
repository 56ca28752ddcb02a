import { useEffect, useState } from 'preact/hooks';
import type { Activity } from '../../../src/inspector/activity-log.ts';
import { control } from '../api/control.ts';
import { activity } from '../state/conversation.ts';
import { report } from '../state/notices.ts';

/** Bursts of activity are read together. */
const GATHER_MS = 150;

const NOTHING: Activity = {
  requests: [],
  dispatches: [],
  commands: [],
  commandGroups: [],
  interactionDeadlineMs: 3_000,
};

/** Reads what passed between bot and sandbox, again whenever something happened. */
export function useActivity(isPaused: boolean): Activity {
  const [read, setRead] = useState(NOTHING);
  const count = activity.value;
  useEffect(() => {
    if (isPaused) return undefined;
    const timer = setTimeout(() => {
      control<Activity>('GET', 'activity').then(setRead).catch(report);
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [count, isPaused]);
  return read;
}
