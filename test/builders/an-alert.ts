import { westmarch } from '../../infra/stages/local.ts'
import { type Alert, type ListedAlert, listedAlertSchema } from '../../shared/alerts/alert.ts'
import { alertIdSchema } from '../../shared/kernel/ids.ts'
import { aConcernId, anId } from './a-stored-concern.ts'

/** An alert just raised on Monday 23 November 2026, due at the end of Tuesday. */
export const anAlert = (change: Partial<Alert> = {}): Alert => ({
  alertId: alertIdSchema.parse(anId(2)),
  concernId: aConcernId(),
  authority: westmarch,
  assessment: 1,
  why: ['WHERE_THE_CHILD_IS'],
  kind: 'matched',
  isLeadsOnly: false,
  children: [],
  decision: 'SHARE',
  agencyName: 'Turning Tide',
  factors: ['2B'],
  state: 'RAISED',
  version: 1,
  harm: 'H2',
  priority: 'amber',
  rule: 'R10',
  policyVersion: '2026-11-26.1',
  raisedAt: '2026-11-23T10:00:00.000Z',
  dueAt: '2026-11-24T23:59:59.999Z',
  chases: 0,
  ...change,
})

/** The same as an inbox lists it. */
export const aListedAlert = (change: Partial<ListedAlert> = {}): ListedAlert =>
  listedAlertSchema.strip().parse({
    ...anAlert(),
    urgency: 'routine',
    ...change,
  })

type Level = NonNullable<Alert['challenges']>[number]['level']

/** One whose answer the sender contests, so that a level decides again. */
export const aContestedAlert = (number: number, level: Level, change: Partial<Alert> = {}): Alert =>
  anAlert({
    alertId: alertIdSchema.parse(anId(number)),
    state: 'CHALLENGED',
    challenges: [
      {
        concernId: aConcernId(),
        level,
        reason: 'He was seen with bruises again on Friday.',
        at: '2026-11-23T09:00:00.000Z',
        contested: {
          outcome: { code: 'ADVICE_GIVEN', at: '2026-11-22T09:00:00.000Z', by: 'westmarch' },
          feedback: { at: '2026-11-22T09:00:00.000Z', by: 'westmarch', lines: [] },
        },
      },
    ],
    ...change,
  })
