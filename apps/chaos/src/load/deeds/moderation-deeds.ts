import { command, type Deed, type Scene } from './deed.ts';

const CASE = /case #(\d+)/;
/** Long enough to be killed meanwhile, short enough to see it end. */
const BAN = '15s';

const reasonFor = ({ stage, turn }: Scene) => ({ user: turn.aim(stage.pickMember()), reason: turn.mark });

/** What moderators do. */
export const MODERATION_DEEDS: readonly Deed[] = [
  command({ kind: 'warn', weight: 6, by: 'staff' }, 'warn', reasonFor),
  command({ kind: 'note', weight: 3, by: 'staff' }, 'note', ({ stage, turn }) => ({
    user: turn.aim(stage.pickMember()),
    text: turn.mark,
  })),
  command({ kind: 'timeout', weight: 3, by: 'staff' }, 'timeout', (scene) => ({
    user: scene.turn.aim(scene.stage.takeVictim()),
    duration: '10m',
    reason: scene.turn.mark,
  })),
  command({ kind: 'ban', weight: 3, by: 'staff' }, 'ban', ({ stage, turn }) => ({
    user: turn.aim(stage.takeVictim()),
    reason: turn.mark,
    duration: BAN,
  })),
  { kind: 'ban-unban', weight: 2, by: 'staff', perform: banAndUnban },
  { kind: 'case-note', weight: 3, by: 'staff', perform: warnAndNote },
];

async function banAndUnban({ stage, turn, actor }: Scene): Promise<void> {
  const deed = { user: turn.aim(stage.takeVictim()), reason: turn.mark };
  await turn.answer(actor.slash('ban', deed));
  await turn.answer(actor.slash('unban', deed));
}

async function warnAndNote({ stage, turn, actor }: Scene): Promise<void> {
  const { response } = await turn.answer(actor.slash('note', { user: stage.pickMember(), text: 'Seen' }));
  const number = Number(CASE.exec(JSON.stringify(response))?.[1]);
  await turn.answer(actor.slash('case note', { number, text: turn.mark }));
}
