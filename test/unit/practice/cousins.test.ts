import { describe, it } from 'vitest'
import { cousinsOfKnownChildren } from '../../practice/cases/cousins-of-known-children.ts'
import { cousinsOfOthers } from '../../practice/cases/cousins-of-others.ts'
import { cousinsOfTheAdopted } from '../../practice/cases/cousins-of-the-adopted.ts'
import { cousinsOfTheSecret } from '../../practice/cases/cousins-of-the-secret.ts'
import { playToRest } from '../../practice/play-to-rest.ts'

const cousins = [
  ...cousinsOfKnownChildren,
  ...cousinsOfTheAdopted,
  ...cousinsOfTheSecret,
  ...cousinsOfOthers,
]

describe('a cousin of a case from practice', () => {
  it.each(cousins.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    await playToRest(one)
  })
})
