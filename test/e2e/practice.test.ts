import { beforeAll, describe, it } from 'vitest'
import { isNightly } from '../builders/runs.ts'
import { cases } from '../practice/cases.ts'
import { deployedStage } from '../practice/deployed.ts'
import type { Stage } from '../practice/stage.ts'
import { place } from './place.ts'

/** All are played in memory too (test/unit/practice); by day these three go through the functions as they are deployed. */
const byDay = ['P1 ', 'P8 ', 'P13 ']
const played = cases.filter(
  ({ name }) => isNightly || byDay.some((start) => name.startsWith(start)),
)

describe('a case from practice, on the deployed hub', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await deployedStage(place)
  })

  it.each(played.map((one) => [one.name, one] as const))(
    '%s',
    async (_, { play }) => {
      await play(stage)
    },
    180_000,
  )
})
