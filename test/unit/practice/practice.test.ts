import { describe, it } from 'vitest'
import { cases } from '../../practice/cases.ts'
import { playToRest } from '../../practice/play-to-rest.ts'

describe('a case from practice', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    await playToRest(one)
  })
})
