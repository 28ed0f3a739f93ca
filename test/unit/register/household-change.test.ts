import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { HouseholdChangeKind } from '../../../shared/register/household-change.ts'
import type { RegisterState } from '../../../shared/register/register-change.ts'
import { anAdult } from '../../builders/a-child.ts'
import { afterChange, emptyRegister, planned } from '../../builders/a-registered-family.ts'

type Change = NonNullable<Parameters<typeof planned>[0]>

/** What recording the one and then the other tells of the household, by whose record. */
const changes = async (one: Change, other: Change, localId?: string) => {
  const first: RegisterState = afterChange(emptyRegister, await planned(one))
  const before = localId === undefined ? first : { ...first, child: emptyRegister.child }
  const { households } = await planned(other, { before, ...(localId && { localId }) })
  return households.map(({ of, kinds }) => [of, ...kinds])
}

const partner = (livesWithChild: 'YES' | 'NO' | 'UNKNOWN') =>
  anAdult({
    id: 'A2',
    names: [{ given: 'Bo', family: 'Ashdown' }],
    relationship: 'PARTNER_OF_PARENT',
    livesWithChild,
  })
const withPartner = (livesWithChild: 'YES' | 'NO' | 'UNKNOWN'): Change => ({
  adults: [anAdult(), partner(livesWithChild)],
})
const agreement = {
  id: 'WA-1',
  agreedOn: '2026-11-01',
  endsOn: '2026-12-01',
  what: 'He does not drink at home.',
  whatFollows: 'A conference.',
} as const
const unborn: Change = {
  name: undefined,
  dateOfBirth: undefined,
  expectedDateOfDelivery: '2027-03-01',
  sex: 'U',
}

describe('a household', () => {
  it('is recorded with a family of whom nobody had heard, child and adult', async () => {
    const { households } = await planned()
    expect(households.map(({ of, id, revision, kinds }) => [of, id, revision, kinds])).toEqual([
      ['child', `${westmarch}.C1`, 1, ['recorded']],
      ['adult', `${westmarch}.A1001`, 1, ['recorded']],
    ])
  })

  it('is recorded anew by another child of an adult who is known', async () => {
    const second = { name: { given: 'Ida' }, dateOfBirth: '2021-01-01' }
    expect(await changes({}, second, 'C2')).toEqual([['child', 'recorded']])
  })

  it.each<[what: string, Change, Change, HouseholdChangeKind[]]>([
    ['nothing', {}, {}, []],
    ['a birth', unborn, {}, ['born']],
    ['an unborn child that is still expected', unborn, { ...unborn, gp: 'Dr Ode' }, []],
    ['an adult who moves in', withPartner('NO'), withPartner('YES'), ['joined']],
    [
      'an adult of whom it was not known, and now is',
      withPartner('UNKNOWN'),
      withPartner('YES'),
      [],
    ],
    [
      'the same with an adopted child, whose home only a plain yes makes',
      { ...withPartner('UNKNOWN'), status: { code: 'ADOPTED' } },
      { ...withPartner('YES'), status: { code: 'ADOPTED' } },
      ['joined'],
    ],
    ['an adult who moves out', withPartner('YES'), withPartner('NO'), []],
    ['an adult no longer named', withPartner('YES'), {}, []],
    ['adults in another order', withPartner('YES'), { adults: [partner('YES'), anAdult()] }, []],
    ['another name', {}, { name: { given: 'Otto', family: 'Quillfeather' } }, ['renamed']],
    ['another date of birth', {}, { dateOfBirth: '2019-03-02' }, ['renamed']],
    ['a date told less fully', {}, { dateOfBirth: '2019-02' }, []],
    ['an NHS number', {}, { nhsNumber: '9434765919' }, ['renamed']],
    [
      'another address',
      {},
      { addresses: [{ street: 'Kiln Yard', postcode: 'WM9 9ZZ' }] },
      ['moved'],
    ],
    ['no address any more', {}, { addresses: [] }, []],
    ['a written agreement', {}, { writtenAgreements: [agreement] }, ['agreed']],
    [
      'the same with a later end',
      { writtenAgreements: [agreement] },
      { writtenAgreements: [{ ...agreement, endsOn: '2027-01-10' }] },
      [],
    ],
    [
      'the same, broken',
      { writtenAgreements: [agreement] },
      { writtenAgreements: [{ ...agreement, state: 'BROKEN', decidedOn: '2026-11-20' }] },
      [],
    ],
    ['another plan', {}, { status: { code: 'IN_NEED', from: '2026-10-01' } }, []],
    ['another relationship', {}, { adults: [anAdult({ relationship: 'CARER' })] }, []],
  ])('and %s', async (...[, one, other, kinds]) => {
    const expected = kinds.length === 0 ? [] : [['child', ...kinds]]
    expect(await changes(one, other)).toEqual(expected)
  })

  it('is joined by an adult newly linked, who is recorded', async () => {
    expect(await changes({}, withPartner('NO'))).toEqual([
      ['child', 'joined'],
      ['adult', 'recorded'],
    ])
  })

  it('changes by what is told of an adult who is known', async () => {
    const moved = anAdult({
      names: [{ given: 'Martha', family: 'Oakapple' }],
      addresses: [{ street: 'Kiln Yard', postcode: 'WM9 9ZZ' }],
    })
    expect(await changes({}, { adults: [moved] })).toEqual([
      ['child', 'rekeyed'],
      ['adult', 'renamed', 'moved'],
    ])
  })
})
