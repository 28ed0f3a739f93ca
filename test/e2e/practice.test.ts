import { beforeAll, describe, it } from 'vitest'
import { cases } from '../practice/cases.ts'
import { deployedStage } from '../practice/deployed.ts'
import type { Stage } from '../practice/stage.ts'
import { place } from './place.ts'

describe('a case from practice, on the deployed hub', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await deployedStage(place)
  })

  it.each(cases.map((one) => [one.name, one] as const))(
    '%s',
    async (_, { play }) => {
      await play(stage)
    },
    180_000,
  )
})
