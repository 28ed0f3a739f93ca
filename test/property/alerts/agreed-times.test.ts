import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AgreedTimes, agreedTimesSchema } from '../../../shared/agencies/pace.ts'
import {
  acknowledgementDue,
  decisionDue,
  discussionDue,
} from '../../../shared/alerts/answers/due.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'

const moments = fc.date({
  min: new Date('2025-01-01'),
  max: new Date('2028-10-01'),
  noInvalidDate: true,
})
const workingDays = fc.record({ workingDays: fc.nat({ max: 8 }) })
const hours = fc.integer({ min: 1, max: 400 }).map((quarters) => ({ hours: quarters / 4 }))
const times = fc.record(
  {
    acknowledge: fc.oneof(hours, workingDays),
    decide: workingDays,
    strategyDiscussion: workingDays,
  },
  { requiredKeys: [] },
)
/** Whatever a row may hold, sooner than the policy or later. */
const agreements: fc.Arbitrary<AgreedTimes> = fc
  .record({ H1: times, H2: times, H3: times, H4: times }, { requiredKeys: [] })
  .map((one) => agreedTimesSchema.parse(one))

it('an agreement makes nothing due later, whatever was agreed, at whatever level and moment', () => {
  let shortened = 0
  fc.assert(
    fc.property(fc.constantFrom(...harmLevels), moments, agreements, (harm, raisedAt, agreed) => {
      for (const due of [acknowledgementDue, decisionDue, discussionDue]) {
        const [own, asked] = [due({ harm, raisedAt, agreed }), due({ harm, raisedAt })]
        expect(own.getTime()).toBeLessThanOrEqual(asked.getTime())
        expect(own.getTime()).toBeGreaterThan(raisedAt.getTime() - 1)
        if (own < asked) shortened += 1
      }
      const acknowledged = acknowledgementDue({ harm, raisedAt, agreed })
      expect(decisionDue({ harm, raisedAt, agreed }) >= acknowledged).toBe(true)
    }),
  )
  expect(shortened).toBeGreaterThan(0)
})
