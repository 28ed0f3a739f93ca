import { describe, expect, it } from 'vitest'
import { backgroundOf } from '../../../../cli/match/background.ts'

describe('the background', () => {
  it('is the same adults for the same seed, and others for another', () => {
    const { people } = backgroundOf(50, 1)
    expect(people).toHaveLength(50)
    expect(backgroundOf(50, 1).people).toEqual(people)
    expect(backgroundOf(50, 2).people).not.toEqual(people)
    expect(people.filter(({ person }) => (person.dateOfBirth ?? '') > '2008-12-31')).toEqual([])
  })
})
