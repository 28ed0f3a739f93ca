import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { assess, type Household } from '../../../shared/assessing/assess.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import { ownOnly, previewOf, previewSchema } from '../../../shared/assessing/preview.ts'
import { aFamily } from '../../builders/a-family.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'
import { familyKnown, familyUnknown, familyUnsure } from './assessed.ts'

const previewed = (household: Household, sent: Parameters<typeof aStoredConcern>[1] = {}) => {
  const stored = aStoredConcern({}, sent)
  return previewOf(stored, assess(stored, household, { now, cause: 'received' }), westmarch)
}

describe('a preview', () => {
  it('says who would be told and why, and what would be asked', async () => {
    const preview = previewed(await familyKnown(), { consent: { status: 'REFUSED' } })
    expect(preview).toMatchObject({
      people: [{ person: 'subject', band: 'CONFIRMED' }],
      decision: { rule: 'R19', decision: 'SHARE_MINIMAL' },
      joined: 1,
      told: [{ authority: westmarch, why: ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'] }],
      reviews: [{ kind: 'refused-consent', asked: 'sender-lead' }],
    })
  })

  it('names nobody of another authority’s register', () => {
    const [person] = previewed(familyUnsure(`${northmoor}.A2`)).people
    expect(person?.considered).toEqual([])
    const [own] = previewed(familyUnsure()).people
    expect(own?.considered).toMatchObject([{ id: `${westmarch}.A1001` }])
  })

  it.each([
    ['known', familyKnown()],
    ['unknown', Promise.resolve(familyUnknown)],
    ['unsure', Promise.resolve(familyUnsure())],
  ])('is as its schema has it: family %s', async (_, household) => {
    const preview = previewed(await household)
    expect(previewSchema.parse(preview)).toEqual(preview)
  })

  it.each([
    ['the id of a concern among the facts', { id: anId(1) }, {}],
    ['a review that asks nothing', {}, { reviews: [{ kind: 'watched' }] }],
    ['a recipient without a reason', {}, { told: [{ authority: westmarch }] }],
  ])('has no room for %s', (_, fact, change) => {
    const preview = previewed(familyUnknown)
    const facts = { ...preview.facts, ...fact }
    expect(previewSchema.safeParse({ ...preview, facts, ...change }).success).toBe(false)
  })
})

describe('what one authority may look into', () => {
  it('is its own register, as if there were no other', async () => {
    const ids = [`${westmarch}.A1001`, `${northmoor}.A2`]
    const gathered: Gathered = {
      ...(await aFamily()),
      sought: [{ person: 'subject', kind: 'adult', ids, incomplete: false }],
      confirmedInTrial: 0,
    }
    expect(ownOnly(gathered, westmarch).sought.map((sought) => sought.ids)).toEqual([
      [`${westmarch}.A1001`],
    ])
    expect(ownOnly(gathered, northmoor)).toMatchObject({
      adults: [],
      children: [],
      sought: [{ ids: [`${northmoor}.A2`] }],
    })
  })
})
