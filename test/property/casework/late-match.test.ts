import fc from 'fast-check'
import { expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import type { Review } from '../../../shared/reviews/review.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { allRows, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const home = { houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' }
const away = { houseNumber: '9', street: 'Mill Lane', town: 'Westmarch', postcode: 'WM7 7AA' }
const keepers = {
  [westmarch]: westmarchRegister,
  [northmoor]: { ...westmarchRegister, clientId: 'northmoor-register', authority: northmoor },
} as const

/** A child as some register holds it: nearer to or further from what the concern says. */
const recorded = fc.record({
  authority: fc.constantFrom(westmarch, northmoor),
  given: fc.constantFrom('Odo', 'Oddo', 'Una', 'Wim'),
  family: fc.constantFrom('Quillfeather', 'Quillfether', 'Larch'),
  dateOfBirth: fc.constantFrom('2019-02-03', '2019-03-02', '2019-02', '2021-05-06'),
  address: fc.constantFrom(home, away, undefined),
  mother: fc.constantFrom('as told', 'of another name', 'nobody'),
  isAdopted: fc.boolean(),
  isHidden: fc.boolean(),
})
type Recorded = typeof recorded extends fc.Arbitrary<infer Value> ? Value : never

const adultsOf = ({ mother, address }: Recorded) => {
  const addresses = address === undefined ? [] : [address]
  if (mother === 'nobody') return []
  return mother === 'as told'
    ? [anAdult({ addresses })]
    : [anAdult({ names: [{ given: 'Marta', family: 'Larch' }], addresses })]
}

const childOf = (one: Recorded) =>
  aChild({
    authority: one.authority,
    name: { given: one.given, family: one.family },
    dateOfBirth: one.dateOfBirth,
    addresses: one.address === undefined ? [] : [one.address],
    adults: adultsOf(one),
    ...(one.isAdopted && { status: { code: 'ADOPTED' as const } }),
    restricted: { address: one.isHidden, adopted: one.isAdopted },
  })

const concern = fc.record({
  isDated: fc.boolean(),
  hasAddress: fc.boolean(),
  isNamed: fc.boolean(),
})

const sentOf = ({
  isDated,
  hasAddress,
  isNamed,
}: { [Key in 'isDated' | 'hasAddress' | 'isNamed']: boolean }) => {
  const { subject } = aConcern()
  const { dateOfBirth, ...undated } = subject
  const name = { given: 'Odo', family: 'Quillfeather' }
  return aConcern({
    subject: {
      ...(isDated ? { ...undated, dateOfBirth } : undated),
      addresses: hasAddress || !isDated ? [home] : [],
    },
    ...(isNamed
      ? { children: [{ name, dateOfBirth: '2019-02-03' }] }
      : { children: [], whyChildrenUnknown: 'She would not say.' }),
  })
}

const rowsIn = async <Value>(hub: TestHub, field: string): Promise<Value[]> =>
  (await allRows(hub, 'casework')).flatMap((row) =>
    row[field] === undefined ? [] : [row[field] as Value],
  )

/** What the hub knows, tells and asks in the end. */
const endOf = async (hub: TestHub) => {
  const assessments = await rowsIn<Assessment>(hub, 'assessment')
  const last = assessments.toSorted((a, b) => b.number - a.number)[0]
  const alerts = await rowsIn<Alert>(hub, 'alert')
  const reviews = await rowsIn<Review>(hub, 'review')
  return {
    matches: last?.matches.map(({ person, match }) => [
      person,
      match.band,
      [...match.confirmed].toSorted(),
    ]),
    joined: last?.joined.map(({ childId, why }) => [childId, why]),
    decision: last?.decision.decision,
    told: alerts
      .map(({ authority, children, isOfAdopted }) => [
        authority,
        isOfAdopted,
        [...children].toSorted(),
      ])
      .map((one) => JSON.stringify(one))
      .toSorted(),
    asked: reviews
      .filter(({ state }) => state === 'OPEN')
      .map(({ kind, person, authority }) => JSON.stringify([kind, person, authority]))
      .toSorted(),
  }
}

/** Each concern is decided once for each record that says more; and then, as time passes, nothing happens by itself. */
const expectRest = async (hub: TestHub, records: number): Promise<void> => {
  const assessments = await rowsIn<Assessment>(hub, 'assessment')
  expect(assessments.length).toBeLessThanOrEqual(1 + 2 * records)
  await hub.settle()
  expect(await rowsIn(hub, 'assessment')).toHaveLength(assessments.length)
}

const record = async (hub: TestHub, children: readonly Recorded[]): Promise<void> => {
  for (const [at, one] of children.entries()) {
    const authority = one.authority === westmarch ? westmarch : northmoor
    const reply = await callsOf(hub).putChild(`C${at}`, childOf(one), keepers[authority])
    expect(reply.status).toBe(200)
  }
}

const submit = async (hub: TestHub, sent: ReturnType<typeof aConcern>): Promise<void> => {
  expect((await callsOf(hub).submit('a-concern-of-any-family', sent)).status).toBe(202)
}

it('ends in the same whether a family is recorded before a concern about it or after', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(recorded, { minLength: 1, maxLength: 3 }),
      concern,
      async (children, about) => {
        const sent = sentOf(about)
        const [first, later] = [await startInMemoryHub(), await startInMemoryHub()]
        await record(first, children)
        await submit(first, sent)
        await submit(later, sent)
        await later.settle()
        await record(later, children)
        for (const hub of [first, later]) {
          await hub.settle()
          await hub.settle()
        }
        expect(await endOf(later)).toEqual(await endOf(first))
        for (const hub of [first, later]) await expectRest(hub, children.length)
      },
    ),
    { numRuns: 40 },
  )
})
