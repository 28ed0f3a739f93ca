import { type Alert, type ListedAlert, listedAlertSchema } from '../../shared/alerts/alert.ts'
import { alertIdSchema } from '../../shared/kernel/ids.ts'
import { aConcernId, anId } from './a-stored-concern.ts'

/** An alert just raised on Monday 23 November 2026, due at the end of Tuesday. */
export const anAlert = (change: Partial<Alert> = {}): Alert => ({
  alertId: alertIdSchema.parse(anId(2)),
  concernId: aConcernId(),
  authority: 'E06000991',
  kind: 'matched',
  state: 'RAISED',
  version: 1,
  harm: 'H2',
  priority: 'amber',
  rule: 'R10',
  policyVersion: '1',
  content: {
    harm: 'H2',
    factors: ['2B'],
    reason: 'A reason.',
    tellParent: 'yes',
    banners: [],
    children: [],
    care: [],
    accumulation: { rules: [], contributing: [] },
    earlier: [],
    referrer: {
      agencyName: 'Turning Tide',
      name: 'Ines Marlowe',
      role: 'Drug worker',
      secureEmail: 'ines.marlowe@example.org',
      phone: '01632 960123',
    },
    protected: [],
  },
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
    agencyName: 'Turning Tide',
    ...change,
  })
