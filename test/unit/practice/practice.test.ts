import { describe, it } from 'vitest'
import { cases } from '../../practice/cases.ts'
import { inMemoryStage } from '../../practice/in-memory.ts'

describe('a case from practice', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, { startsAt, play }) => {
    await play(await inMemoryStage(startsAt))
  })
})
