import { describe, expect, it } from 'vitest'
import { createHandler, type Deps } from '../../../functions/assess-concern/handler.ts'
import { assessConcern } from '../../../shared/casework/assess-concern.ts'
import { anAdult } from '../../builders/a-child.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'
import { countingRoundTrips } from '../../fakes/round-trips.ts'
import { assessingInMemory } from './assessing-in-memory.ts'

const partner = { given: 'Percy', family: 'Underhay' }
const father = { given: 'Silas', family: 'Quillfeather' }
const addresses = [
  { houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' },
]
const childOf = (given: string, dateOfBirth: string) => ({
  name: { given, family: 'Quillfeather' },
  dateOfBirth,
})

/** Of the mother, her partner, a father elsewhere and three children; told again of an incident told before. */
const ofSixPeople = {
  incidentOn: '2026-11-20',
  otherAdults: [
    { names: [partner], dateOfBirth: '1988-02-11', addresses, relationshipToSubject: 'PARTNER' },
    { names: [father], dateOfBirth: '1985-07-30', relationshipToSubject: 'FORMER_PARTNER' },
  ],
  children: [
    childOf('Odo', '2019-02-03'),
    childOf('Una', '2021-05-06'),
    childOf('Ivo', '2023-08-09'),
  ],
} as const

const aKnownFamily = async () => {
  const hub = assessingInMemory()
  const adults = [
    anAdult(),
    anAdult({ id: 'A2', names: [father], dateOfBirth: '1985-07-30', relationship: 'FATHER' }),
  ]
  for (const [at, { name, dateOfBirth }] of ofSixPeople.children.entries())
    await hub.put(`C${at + 1}`, { name, dateOfBirth, adults })
  await hub.put('C9', {
    name: { given: 'Wim', family: 'Underhay' },
    dateOfBirth: '2015-01-02',
    adults: [anAdult({ id: 'A3', names: [partner], dateOfBirth: '1988-02-11' })],
  })
  await hub.put('C20', {
    name: { given: 'Ada', family: 'Lodger' },
    dateOfBirth: '2016-01-02',
    adults: [anAdult({ id: 'A20', names: [{ given: 'Ruth', family: 'Lodger' }] })],
  })
  await hub.assess(aStoredConcern({ concernId: aConcernId(1) }, ofSixPeople as never))
  return hub
}

describe('the assessment of a concern with six people, all known and with a lodger’s child at their home, told again', () => {
  it('waits for the tables six times: two to find people, three to look around them, one to commit', async () => {
    const { store, submit, depsOver } = await aKnownFamily()
    const counting = countingRoundTrips(store)
    const deps = depsOver(counting.store)
    // The secret of the index is opened once in the life of a container, and its ring is read once a minute.
    const keys = [{ type: 'phone', value: 'nobody’s' }]
    await deps.gather([{ person: 'subject', kind: 'adult', keys, settled: [] }], 'none')
    const warmedUp = counting.roundTrips()
    const again = aStoredConcern({ concernId: aConcernId(4) }, ofSixPeople as never)
    await submit(again)
    const result = await assessConcern({ concernId: again.concernId, fresh: again }, deps)
    expect(result).toMatchObject({
      kind: 'assessed',
      commit: {
        alerts: [],
        changed: [{ version: 2 }],
        assessment: { facts: { match: 'CONFIRMED' } },
      },
    })
    expect(counting.roundTrips() - warmedUp).toBe(6)
  })
})

describe('a concern of which the stream tells when it has long been assessed', () => {
  const received = (secondsAgo: number) =>
    aStoredConcern({
      concernId: aConcernId(7),
      receivedAt: new Date(now.getTime() - secondsAgo * 1000).toISOString(),
    })

  const tripsToPass = async (secondsAgo: number): Promise<number> => {
    const hub = assessingInMemory()
    const stored = received(secondsAgo)
    await hub.assess(stored)
    const counting = countingRoundTrips(hub.store)
    const handler = createHandler({
      ...hub.depsOver(counting.store),
      rowIn: () => ({ stored }),
      log: () => undefined,
    } as Partial<Deps> as Deps)
    expect(await handler({ Records: [{}] })).toEqual({ batchItemFailures: [] })
    return counting.roundTrips()
  }

  it('is looked at and passed, with one reading', async () => {
    expect(await tripsToPass(11)).toBe(1)
  })

  it('that was received just now is decided first, and found to be assessed by the commit', async () => {
    expect(await tripsToPass(1)).toBeGreaterThan(4)
  })
})
