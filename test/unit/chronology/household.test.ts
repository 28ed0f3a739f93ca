import { describe, expect, it } from 'vitest'
import { householdPast, type RememberedChild } from '../../../shared/chronology/household.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import { adultIdSchema } from '../../../shared/kernel/ids.ts'
import { othersAtHome, siblingIds } from '../../../shared/register/home.ts'
import type { StoredAdult, StoredChild } from '../../../shared/register/stored.ts'
import { type aChild, anAdult } from '../../builders/a-child.ts'
import { aRegisteredChild } from '../../builders/a-registered-family.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'

type Lives = 'YES' | 'NO' | 'UNKNOWN'
const adultId = (id: string) => adultIdSchema.parse(`E06000991.${id}`)
const [mother, stepfather, father] = [adultId('M'), adultId('S'), adultId('F')]

const child = (
  id: string,
  adults: Readonly<Record<string, Lives>>,
  change: Parameters<typeof aChild>[0] = {},
): StoredChild =>
  aRegisteredChild(
    {
      adults: Object.entries(adults).map(([of, livesWithChild]) =>
        anAdult({ id: of, livesWithChild }),
      ),
      ...change,
    },
    id,
  )
const about = (number: number, ...adultIds: Notification['adultIds']): Notification => ({
  concernId: aConcernId(number),
  eventOn: '2026-11-01',
  recordedAt: '2026-11-01T10:00:00.000Z',
  agency: 'health',
  agencyName: 'Health',
  adultIds,
  factors: ['4B'],
  harm: 'H1',
})
const remembered = (of: StoredChild, ...notifications: Notification[]): RememberedChild => ({
  child: of,
  chronology: { childId: of.childId, version: 1, notifications },
})
const linked = (id: StoredAdult['adultId'], ...children: StoredChild[]) =>
  ({
    adultId: id,
    children: children.map(({ childId }) => ({ childId })),
  }) as unknown as StoredAdult

const adopted = { status: { code: 'ADOPTED' } } as const
const shared = child('B', { M: 'YES', S: 'YES' })
const hers = child('A', { M: 'YES', F: 'NO' })

describe('others of the home', () => {
  it.each([
    ['who live with the same child', { M: 'YES', S: 'YES' }, ['E06000991.M']],
    ['of whom it is not known', { M: 'UNKNOWN', S: 'UNKNOWN' }, ['E06000991.M']],
    ['but not one who lives elsewhere', { M: 'NO', S: 'YES' }, []],
    ['whether or not the subject does', { M: 'YES', S: 'NO' }, ['E06000991.M']],
  ] as const)('are those %s', (...[, adults, expected]) => {
    expect(othersAtHome([child('B', adults)], [stepfather])).toEqual(expected)
  })

  it.each([
    ['unless both are known to live there', { M: 'UNKNOWN', S: 'YES' }, []],
    ['if both are', { M: 'YES', S: 'YES' }, ['E06000991.M']],
  ] as const)('are not joined through an adopted child %s', (...[, adults, expected]) => {
    expect(othersAtHome([child('B', adults, adopted)], [stepfather])).toEqual(expected)
  })

  it('bring their other children', () => {
    expect(siblingIds([linked(mother, shared, hers)], [shared])).toEqual(['E06000991.A'])
  })
})

describe('the past of a household', () => {
  const past = (
    own: RememberedChild[],
    siblings: RememberedChild[],
    of: { subject: string; others: string[] },
  ) =>
    householdPast(own, siblings, {
      subjects: [adultId(of.subject)],
      others: of.others.map((id) => adultId(id)),
    }).map(({ concernId }) => concernId)

  it('takes in what was told of either parent of a child', () => {
    const own = remembered(shared, about(1, mother), about(2, stepfather))
    expect(past([own], [], { subject: 'S', others: ['M'] })).toEqual([aConcernId(1), aConcernId(2)])
  })

  it('takes in a stepfather’s home: what was told of the mother’s other child', () => {
    expect(
      past([remembered(shared)], [remembered(hers, about(3, father))], {
        subject: 'S',
        others: ['M'],
      }),
    ).toEqual([aConcernId(3)])
  })

  it('leaves out a child of hers who lives elsewhere', () => {
    const elsewhere = child('A', { M: 'NO', F: 'YES' })
    expect(
      past([], [remembered(elsewhere, about(3, father))], { subject: 'S', others: ['M'] }),
    ).toEqual([])
  })

  it('never takes what was told of adopters for a birth parent, nor the other way', () => {
    const of = child('B', { M: 'NO', P: 'YES', Q: 'YES' }, adopted)
    const own = remembered(of, about(1, mother), about(2, adultId('P')), about(3, adultId('Q')))
    expect(past([own], [], { subject: 'M', others: [] })).toEqual([aConcernId(1)])
    expect(past([own], [], { subject: 'P', others: ['Q'] })).toEqual([aConcernId(2), aConcernId(3)])
  })

  it('takes of an adopted child what was told of the same adult among others', () => {
    const of = child('B', { M: 'NO', P: 'YES' }, adopted)
    const own = remembered(of, about(1, father, mother), about(2, father))
    expect(past([own], [], { subject: 'M', others: [] })).toEqual([aConcernId(1)])
  })
})
