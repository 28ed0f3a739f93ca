import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { identify } from '../../../shared/assessing/identify.ts'
import { defaultModel as model } from '../../../shared/matching/default-model.ts'
import { childFactsOf } from '../../../shared/register/child-facts-of.ts'
import { childViewOf, childViewSchema } from '../../../shared/register/views.ts'
import { anAdult } from '../../builders/a-child.ts'
import { createRegister, put, recordsIn, sweepRegister } from '../../builders/a-register.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const elsewhere = [{ houseNumber: '9', street: 'Mill Lane', postcode: 'WM7 7AA' }]
const otherMother = anAdult({
  id: 'A2',
  names: [{ given: 'Greta', family: 'Oakapple' }],
  dateOfBirth: '1980-01-01',
})

/** What the model makes of a child who shares name and year with the one named, when the index led to it alone. */
const weightOf = (adults: ReturnType<typeof anAdult>[]): number => {
  const { child } = aRegisteredFamily({ dateOfBirth: '2019-02', addresses: elsewhere, adults })
  const sought = [
    { person: 'children/0', kind: 'child', ids: [child.childId], incomplete: false },
  ] as const
  const gathered = { adults: [], children: [child], sought, confirmedInTrial: 0 }
  const trial = { needed: 0, authorities: [] }
  const [found] = identify(aStoredConcern(), gathered, { model, trial, holder: 'HOLDING' })
  return found?.match.candidates[0]?.weight ?? Number.NEGATIVE_INFINITY
}

describe('a child’s adults', () => {
  it('are evidence of it though none of their records was gathered', () => {
    expect(weightOf([anAdult()])).toBeGreaterThan(weightOf([]))
  })

  it('are so as their own records now stand, once the sweep has followed them', async () => {
    const { store, deps } = createRegister()
    await put(deps, { addresses: [] })
    await put(deps, { name: { given: 'Una' }, dateOfBirth: '2021-01-01', addresses: [] }, 'C2')
    const married = anAdult({ names: [{ given: 'Marta', family: 'Oakapple' }] })
    await put(deps, { name: { given: 'Una' }, dateOfBirth: '2021-01-01', adults: [married] }, 'C2')
    await sweepRegister(store)
    const { children } = recordsIn(store)
    expect(children.map(({ version }) => version)).toEqual([1, 2])
    for (const { adultEvidence } of children)
      expect(adultEvidence[0]?.names.map(({ family }) => family)).toEqual([
        'Oakapple',
        'Quillfeather',
      ])
  })

  it('hide their child’s address while they are hidden and at home (X2)', async () => {
    const { store, deps } = createRegister()
    await put(deps, { adults: [anAdult({ restricted: { address: true } })] })
    const [child] = recordsIn(store).children
    expect(child?.adultEvidence).toMatchObject([{ isHidden: true }])
    expect(child && childFactsOf(child).addresses).toEqual([])
  })

  it('are no evidence of an adopted child unless it lives with them', () => {
    const adopted = { status: { code: 'ADOPTED' }, restricted: { adopted: true } } as const
    const { child } = aRegisteredFamily({
      ...adopted,
      adults: [anAdult({ livesWithChild: 'NO' }), { ...otherMother, livesWithChild: 'YES' }],
    })
    expect(child.adultEvidence.map(({ adultId }) => adultId)).toEqual([`${westmarch}.A2`])
  })

  it('stand in no view of the child’s record as evidence', () => {
    const { child } = aRegisteredFamily()
    expect(child.adultEvidence).toHaveLength(1)
    const view = childViewOf(child)
    expect(childViewSchema.parse(view)).toEqual(view)
    expect(Object.keys(view)).not.toContain('adultEvidence')
  })
})
