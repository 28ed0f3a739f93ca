import { describe, expect, it } from 'vitest'
import { adultIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { childSchema } from '../../../shared/register/child.ts'
import { changesHousehold } from '../../../shared/register/household-change.ts'
import type { StoredAdult, StoredChild } from '../../../shared/register/stored.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'

type Change = Parameters<typeof aChild>[0]

const idOf = (localId: string) => adultIdSchema.parse(`E06000991.${localId}`)
const stored = (change: Change = {}): StoredChild => {
  const child = childSchema.parse(aChild(change))
  return {
    childId: childIdSchema.parse('E06000991.C1'),
    version: 1,
    child,
    adultIds: child.adults.map(({ id }) => idOf(id)),
    recordedAt: '2026-11-23T10:00:00.000Z',
  }
}
const known = (localId: string): StoredAdult => ({
  adultId: idOf(localId),
  version: 1,
  person: { names: [{ given: 'Marta', family: 'Quillfeather' }] } as StoredAdult['person'],
  previousRemoval: false,
  children: [],
  keys: [],
})

const partner = (livesWithChild: 'YES' | 'NO' | 'UNKNOWN', change = {}) =>
  anAdult({ id: 'A2', relationship: 'PARTNER_OF_PARENT', livesWithChild, ...change })
const withPartner = (livesWithChild: 'YES' | 'NO' | 'UNKNOWN'): Change => ({
  adults: [anAdult(), partner(livesWithChild)],
})
const unborn: Change = {
  name: undefined,
  dateOfBirth: undefined,
  expectedDateOfDelivery: '2027-03-01',
  sex: 'U',
}
const adopted: Change = { status: 'ADOPTED' }

describe('a household', () => {
  it('changes by a new child of an adult already known, not by a family of whom nobody had heard', () => {
    expect(changesHousehold({ child: undefined, adults: [known('A1001')] }, stored())).toBe(true)
    expect(changesHousehold({ child: undefined, adults: [] }, stored())).toBe(false)
    expect(changesHousehold({ child: undefined, adults: [] }, stored({ adults: [] }))).toBe(false)
  })

  it.each<[what: string, Change, Change, changes: boolean]>([
    ['nothing', {}, {}, false],
    ['a birth', unborn, {}, true],
    ['an unborn child that is still expected', unborn, { ...unborn, adults: [anAdult()] }, false],
    ['an adult newly linked', {}, withPartner('YES'), true],
    ['an adult newly linked who lives elsewhere', {}, withPartner('NO'), true],
    ['an adult who moves in', withPartner('NO'), withPartner('YES'), true],
    ['an adult who may have moved in', withPartner('NO'), withPartner('UNKNOWN'), true],
    [
      'an adult of whom it was not known, and now is',
      withPartner('UNKNOWN'),
      withPartner('YES'),
      false,
    ],
    [
      'the same with an adopted child, whose home only a plain yes makes',
      { ...withPartner('UNKNOWN'), ...adopted },
      { ...withPartner('YES'), ...adopted },
      true,
    ],
    ['an adult who moves out', withPartner('YES'), withPartner('NO'), false],
    ['an adult no longer linked', withPartner('YES'), {}, false],
    ['adults in another order', withPartner('YES'), { adults: [partner('YES'), anAdult()] }, false],
    ['a corrected name', {}, { name: { given: 'Otto', family: 'Quillfeather' } }, false],
    ['a corrected date of birth', {}, { dateOfBirth: '2019-03-02' }, false],
    ['another address', {}, { addresses: [] }, false],
    ['another plan', {}, { status: 'CHILD_IN_NEED' }, false],
    [
      'an adult’s corrected name and address',
      {},
      { adults: [anAdult({ names: [{ given: 'Martha', family: 'Oakapple' }], addresses: [] })] },
      false,
    ],
    ['another relationship', {}, { adults: [anAdult({ relationship: 'CARER' })] }, false],
  ])('and %s', (...[, before, after, changes]) => {
    const adults = [known('A1001')]
    expect(changesHousehold({ child: stored(before), adults }, stored(after))).toBe(changes)
  })
})
