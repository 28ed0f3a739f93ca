import type { Assessment } from '../../shared/assessing/assessment.ts'
import { childIdSchema } from '../../shared/kernel/ids.ts'
import { decide } from '../../shared/sharing/decide.ts'
import type { Facts } from '../../shared/sharing/facts.ts'
import { someFacts } from '../unit/sharing/facts.ts'
import { aConcernId } from './a-stored-concern.ts'

/** The first assessment of a concern, of one matched child, as the policy decides on these facts. */
export const anAssessment = (
  facts: Partial<Facts> = {},
  change: Partial<Assessment> = {},
): Assessment => {
  const whole = someFacts({ id: aConcernId(), ...facts })
  return {
    concernId: aConcernId(),
    number: 1,
    cause: 'received',
    assessedAt: '2026-11-23T10:00:00.000Z',
    match: {
      band: whole.match,
      incomplete: false,
      modelVersion: 'model-1',
      confirmed: ['E06000991.A1'],
      candidates: [],
    },
    facts: whole,
    decision: decide(whole),
    matched: [
      {
        childId: childIdSchema.parse('E06000991.C1'),
        relationship: 'MOTHER',
        authority: 'E06000991',
      },
    ],
    contributing: [],
    agreements: [{ authority: 'E06000991', standing: 'in-force' }],
    alertIds: [],
    ...change,
  }
}
