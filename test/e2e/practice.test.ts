import { beforeAll, describe, it } from 'vitest'
import { cases } from '../practice/cases.ts'
import { deployedStage } from '../practice/deployed.ts'
import type { Stage } from '../practice/stage.ts'
import { place } from './place.ts'

/** All sixteen are played over tables in memory in the unit suite, and here in the nightly run. */
const deployedEachTime = /^P(?:1|2|6|16) /
const played = cases.filter(
  ({ name }) => process.env['HUB_NIGHTLY'] !== undefined || deployedEachTime.test(name),
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
