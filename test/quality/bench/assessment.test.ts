import { describe, expect, it } from 'vitest'
import { measureAssessments } from '../../../bench/assessment/measure.ts'
import { isNightly } from '../../builders/runs.ts'

const people = isNightly ? 1_000_000 : 20_000

describe(`the assessment of a concern about six people, against ${people} registered people`, () => {
  it('waits six times at most, and compares 150 people at most', async () => {
    const cost = await measureAssessments({ seed: 11, people }, 12)
    expect(cost.confirmed).toBeGreaterThan(9)
    expect(cost.roundTrips.most).toBeLessThanOrEqual(6)
    expect(cost.candidates.most).toBeLessThanOrEqual(150)
    expect(cost.lookups.most).toBeLessThanOrEqual(9 * 6)
    expect(cost.readUnits.most).toBeLessThanOrEqual(400)
    expect(cost.writeUnits.most).toBeLessThanOrEqual(300)
  }, 900_000)
})
