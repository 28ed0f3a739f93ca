import fc from 'fast-check'
import type { ChildEvidence } from '../../../shared/matching/child-evidence.ts'
import type { MatchCandidate } from '../../../shared/matching/match.ts'
import type { Person } from '../../../shared/people/person.ts'

/** Anything at all, and often something that looks right, so that people meet by chance. */
const text = (...likely: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  )
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined })

const given = text(
  'Ann',
  'Anna',
  'Bob',
  'Robert',
  'Mohammed Yusuf',
  'A',
  'Baby',
  'Sarah-Jane',
  'محمد',
  '王',
  'Nil',
  'Khan, Ann',
  'Ann Khan Smith',
  'Bob (Robert)',
  '__proto__',
)
const family = text(
  'Smith',
  'Smith-Jones',
  'Kaur',
  'Khan',
  'van Dyke',
  'Kowalska',
  'Kowalski',
  'Unknown',
  'Smith née Khan',
  'Yusuf Khan',
  'Begum',
  'Khatun',
  'constructor',
)
const date = text(
  '1984-07-03',
  '1984-03-07',
  '1984-07',
  '1984',
  '1984-01-01',
  '1985-07-03',
  '1999-12-31',
)

const withoutUndefined = <Value extends object>(value: Value): Value => {
  const copy = { ...value }
  for (const [key, each] of Object.entries(copy))
    if (each === undefined) Reflect.deleteProperty(copy, key)
  return copy
}

const name = fc.record({ given: maybe(given), family: maybe(family) }).map(withoutUndefined)
const address = fc
  .record({
    houseNumber: maybe(text('14', 'Flat 2, 14', 'Rose Cottage')),
    street: maybe(text('Mill Road', 'Mill Rd', 'High Street')),
    postcode: maybe(text('LS6 2AB', 'LS6 2A8', 'PL1 1AA', 'ZZ99 3VZ')),
    uprn: maybe(text('1', '2', '0')),
  })
  .map(withoutUndefined)

/** The type allows less than these hold; the matcher must bear them all the same. */
export const person: fc.Arbitrary<Person> = fc
  .record({
    names: fc.array(name, { maxLength: 3 }),
    dateOfBirth: maybe(date),
    sex: maybe(fc.constantFrom('M', 'F', 'U')),
    addresses: fc.array(address, { maxLength: 2 }),
    nhsNumbers: fc.array(text('9434765919', '9434765870', '123'), { maxLength: 2 }),
    phones: fc.array(text('07700 900123', '+44 7700 900456', '0000'), { maxLength: 2 }),
    emails: fc.array(text('ann@example.org', 'info@example.org'), { maxLength: 1 }),
  })
  .map((each) => toPerson(each))

type Loose = {
  readonly names: readonly {
    readonly given?: string | undefined
    readonly family?: string | undefined
  }[]
  readonly dateOfBirth: string | undefined
  readonly sex: 'M' | 'F' | 'U' | undefined
  readonly addresses: readonly { readonly [field: string]: string | undefined }[]
  readonly nhsNumbers: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
}

const toPerson = ({ names, dateOfBirth, sex, addresses, ...rest }: Loose): Person => ({
  names: names.map(withoutUndefined),
  addresses: addresses.map((each) => ({ ...each })),
  nhsNumbers: [...rest.nhsNumbers],
  phones: [...rest.phones],
  emails: [...rest.emails],
  ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
  ...(sex === undefined ? {} : { sex }),
})

export const children: fc.Arbitrary<readonly ChildEvidence[]> = fc.array(
  fc.record({
    given: maybe(given),
    family: maybe(family),
    dateOfBirth: maybe(date),
    expectedDateOfDelivery: maybe(date),
  }),
  { maxLength: 3 },
)

/** Distinct ids, as the register guarantees. */
export const candidates: fc.Arbitrary<readonly MatchCandidate[]> = fc
  .array(fc.record({ person, children }), { maxLength: 8 })
  .map((each) => each.map((candidate, at) => ({ id: `a${at}`, ...candidate })))
