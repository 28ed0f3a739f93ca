import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { seeksOf } from '../../../shared/assessing/seeks-of.ts'
import { adultIdSchema } from '../../../shared/kernel/ids.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const home = { houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' }
const wholeFamily = () =>
  aStoredConcern(
    {},
    {
      otherAdults: [
        {
          names: [
            { given: 'Steffan', family: 'Barlow' },
            { given: 'Steve', family: 'Barlow' },
          ],
          dateOfBirth: '1990-02-11',
          addresses: [home, { houseNumber: '3', street: 'Quay Road', postcode: 'NM4 1AA' }],
          nhsNumbers: ['9434765919'],
          phones: ['07700 900123', '07700 900124'],
          emails: ['steffan@example.org'],
          relationshipToSubject: 'PARTNER',
        },
      ],
      children: [
        {
          name: { given: 'Odo', family: 'Quillfeather' },
          alsoKnownAs: [{ given: 'Odo', family: 'Barlow' }],
          dateOfBirth: '2019-02-03',
          nhsNumber: '9434765870',
          address: home,
        },
        { name: { given: 'Ivo', family: 'Quillfeather' }, ageYears: 4 },
      ],
    },
  )

describe('who is sought', () => {
  it('is everybody named, adults among adults and children among children', () => {
    expect(seeksOf(wholeFamily()).map(({ person, kind }) => [person, kind])).toEqual([
      ['subject', 'adult'],
      ['otherAdults/0', 'adult'],
      ['children/0', 'child'],
      ['children/1', 'child'],
    ])
  })

  it('is the child whom the subject expects, where no child named is that one', () => {
    const { subject } = aStoredConcern().concern
    const pregnancy = { expectedDateOfDelivery: '2027-01-01' }
    const expecting = aStoredConcern({}, { subject: { ...subject, pregnancy } })
    expect(seeksOf(expecting).map(({ person }) => person)).toContain('unborn')
    const named = aStoredConcern({}, { subject: { ...subject, pregnancy }, children: [pregnancy] })
    expect(seeksOf(named).map(({ person }) => person)).toEqual(['subject', 'children/0'])
  })

  it('is sought under keys of their own kind, distinct, and at most nine', () => {
    const seeks = seeksOf(wholeFamily())
    const types = { adult: new Set<string>(), child: new Set<string>() }
    for (const { kind, keys } of seeks) {
      expect(keys.length).toBeLessThanOrEqual(9)
      expect(keys.length).toBeGreaterThan(0)
      expect(new Set(keys.map(({ type, value }) => `${type}|${value}`)).size).toBe(keys.length)
      for (const { type } of keys) types[kind].add(type)
    }
    expect([...types.adult].filter((type) => types.child.has(type))).toEqual([])
  })

  it('is each by themselves: whom a person has said to be whom stands beside that one alone', () => {
    const id = adultIdSchema.parse(`${westmarch}.A1001`)
    const settled = {
      person: 'otherAdults/0',
      authority: westmarch,
      ids: [id],
      asked: [id],
      at: '2026-11-24T10:00:00.000Z',
    } as const
    const seeks = seeksOf({ ...wholeFamily(), settled: [{ ...settled, ids: [id], asked: [id] }] })
    expect(seeks.map(({ settled: ids }) => ids)).toEqual([[], [id], [], []])
  })
})
