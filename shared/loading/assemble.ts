import type { AuthorityCode } from '../agencies/authorities.ts'
import { monthsBetween } from '../calendar/months.ts'
import { isGrownUp } from '../codes/ages.ts'
import { localIdSchema } from '../kernel/ids.ts'
import { type Child, childSchema } from '../register/child.ts'
import type { Related, RelationFact } from './adult-of.ts'
import { childOf } from './child-of.ts'
import type { Fact, Found, Origin, Read } from './fact.ts'
import { relatedByFamily } from './families.ts'
import { type FlawCode, flaws } from './flaws.ts'
import { createNoting, type Noting, unfitFields } from './noting.ts'
import { joined, type Sorter, type Sorting } from './sorter.ts'
import { dayOf, isPlaceholderDay } from './values.ts'

/** What becomes of one person of whom rows told. `origins` are all rows that say something of the record. */
export type Assembled = {
  readonly id: string
  readonly found: readonly Found[]
  readonly origins: readonly Origin[]
} & (
  | { readonly kind: 'child'; readonly child: Child }
  | { readonly kind: 'refused' | 'left out' }
  /** The source asks that it be no longer held. */
  | { readonly kind: 'purged' }
)

export type Assembling = {
  readonly authority: AuthorityCode
  readonly today: string
  readonly sorting: Sorting
}

/** Facts in order, with what was wrong before anybody could be told apart. */
export type Gathered = {
  readonly people: Sorter<Fact>
  readonly byAdult: Sorter<RelationFact>
  readonly byFamilyMember: Sorter<Extract<Fact, { of: 'family' }>>
  readonly found: readonly Found[]
  readonly rows: number
}

/** Sorts what readers read. Holds in memory what was wrong with single rows, and no fact. */
export const gather = async (
  reads: AsyncIterable<Read>,
  { sorting }: Pick<Assembling, 'sorting'>,
): Promise<Gathered> => {
  const people = sorting.sorter<Fact>()
  const byAdult = sorting.sorter<RelationFact>()
  const byFamilyMember = sorting.sorter<Extract<Fact, { of: 'family' }>>()
  const found: Found[] = []
  let rows = 0
  for await (const read of reads) {
    rows += 1
    if (read.of === 'flaw') found.push(read)
    else if (read.of === 'relation') await byAdult.add(read.adult, read)
    else if (read.of === 'family') await byFamilyMember.add(read.id, read)
    else await people.add(read.id, read)
  }
  return { people, byAdult, byFamilyMember, found, rows }
}

/** By child: who is related to it. By adult: that they are somebody's. */
type Beside = { readonly as: 'adult' } | ({ readonly as: 'related' } & Related)

/** Nobody is the adult of more children: whoever seems to be stands for nobody known [D]. */
const mostChildren = 200

/** Gives every relationship what is known of its adult, and puts it with the child. */
const relate = async (
  { people, byAdult }: Pick<Gathered, 'people' | 'byAdult'>,
  { sorting }: Assembling,
): Promise<{ readonly beside: Sorter<Beside>; readonly found: readonly Found[] }> => {
  const beside = sorting.sorter<Beside>()
  const found: Found[] = []
  for await (const { key, left: facts, right: relations } of joined(
    people.sorted(),
    byAdult.sorted(),
  )) {
    const [first] = relations
    if (first === undefined) continue
    await beside.add(key, { as: 'adult' })
    if (key !== '' && relations.length > mostChildren)
      found.push({ code: 'ADULT_OF_TOO_MANY', origin: first.origin })
    else
      for (const relation of relations)
        await beside.add(relation.id, { as: 'related', relation, facts: aboutAdult(facts) })
  }
  return { beside, found }
}

/** Who somebody is and where they are; how social care works with them is theirs as a child. */
const aboutAdult = (facts: readonly Fact[]): Fact[] =>
  facts.filter(({ of }) => of === 'person' || of === 'address')

type One = {
  readonly id: string
  readonly facts: readonly Fact[]
  readonly beside: readonly Beside[]
}

const isRelated = (one: Beside): one is Extract<Beside, { as: 'related' }> => one.as === 'related'

/** What stands for no day tells nobody’s age: a child with it is refused, never taken for grown up. */
const birthIn = (fact: Fact): string | undefined =>
  fact.of === 'person' && fact.told.birth !== undefined && !isPlaceholderDay(fact.told.birth)
    ? fact.told.birth
    : undefined

const isGrown = (facts: readonly Fact[], today: string): boolean =>
  facts.some((fact) => {
    const birth = birthIn(fact)
    return birth !== undefined && isGrownUp(monthsBetween(dayOf(birth) ?? today, today))
  })

/** Of whom no row says how old they are, or how social care works with them. */
const isAgeless = (facts: readonly Fact[]): boolean =>
  facts.every(
    (fact) =>
      fact.of !== 'status' &&
      (fact.of !== 'person' || (birthIn(fact) ?? fact.told.expected) === undefined),
  )

/** Whoever is told of as an adult only, or is somebody's adult and not known to be a child, is loaded with the child and not as one. */
const isAdultOnly = ({ facts, beside }: One, today: string): boolean => {
  if (beside.some(isRelated)) return false
  const people = facts.filter((fact) => fact.of === 'person')
  const isToldAsAdult = people.length > 0 && people.every(({ role }) => role === 'adult')
  return isToldAsAdult || (beside.length > 0 && (isGrown(facts, today) || isAgeless(facts)))
}

const idFlawOf = (id: string): FlawCode | undefined => {
  if (localIdSchema.safeParse(id).success) return undefined
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id) ? 'ID_LIKE_NHS_NUMBER' : 'ID_UNFIT'
}

const wholeOf = (
  { child }: Extract<Fact, { of: 'whole' }>,
  origin: Origin,
  { authority, noting }: Pick<Assembling, 'authority'> & { readonly noting: Noting },
): Child | undefined => {
  const read = childSchema.safeParse(child)
  if (read.success && read.data.authority === authority && read.data.isCanary === undefined)
    return read.data
  const fields = read.success
    ? [read.data.authority === authority ? 'isCanary' : 'authority']
    : unfitFields(read.error)
  noting.note('FITS_NO_CONTRACT', origin, fields)
  return undefined
}

const madeOf = (one: One, world: Assembling, noting: Noting): Child | undefined => {
  const whole = one.facts.filter((fact) => fact.of === 'whole')
  const [first] = whole
  if (first === undefined)
    return childOf({ facts: one.facts, adults: one.beside.filter(isRelated) }, { ...world, noting })
  if (whole.some((fact) => JSON.stringify(fact.child) !== JSON.stringify(first.child)))
    noting.note('PERSON_TWICE', first.origin)
  return wholeOf(first, first.origin, { ...world, noting })
}

const originsOf = ({ facts, beside }: One): Origin[] => [
  ...facts.map(({ origin }) => origin),
  ...beside
    .filter(isRelated)
    .flatMap(({ relation, facts: ofAdult }) => [
      relation.origin,
      ...ofAdult.map((fact) => fact.origin),
    ]),
]

const checked = (child: Child | undefined, origin: Origin, noting: Noting): Child | undefined => {
  if (child === undefined || noting.isRefused()) return undefined
  const read = childSchema.safeParse(child)
  if (read.success) return read.data
  noting.note('FITS_NO_CONTRACT', origin, unfitFields(read.error))
  return undefined
}

/** What refuses a person before anything else of them is read. */
const refusalOf = ({ id, facts }: One, today: string): FlawCode | undefined => {
  if (facts.length === 0) return 'RELATION_WITHOUT_CHILD'
  if (facts.some(({ of }) => of === 'whole')) return idFlawOf(id)
  return isGrown(facts, today) ? 'NOT_A_CHILD' : idFlawOf(id)
}

const assembleOne = (one: One, world: Assembling): Assembled | undefined => {
  const origins = originsOf(one)
  const [origin] = origins
  if (origin === undefined || isAdultOnly(one, world.today)) return undefined
  const noting = createNoting()
  const said = { id: one.id, found: noting.found, origins }
  if (one.facts.some(({ of }) => of === 'purge')) {
    noting.note('PURGED', origin)
    return { kind: 'purged', ...said }
  }
  const refusal = refusalOf(one, world.today)
  if (refusal !== undefined) {
    noting.note(refusal, origin)
    return { kind: flaws[refusal].verdict === 'refused' ? 'refused' : 'left out', ...said }
  }
  const child = checked(madeOf(one, world, noting), origin, noting)
  return child === undefined ? { kind: 'refused', ...said } : { kind: 'child', child, ...said }
}

/** Children by id, again and again the same, each with what was wrong with what was told of it. */
export const assemble = async (
  gathered: Gathered,
  world: Assembling,
): Promise<{
  readonly found: readonly Found[]
  /** Of no row of a file it is unknown whom it is about. */
  readonly isOfEverybody: boolean
  readonly people: () => AsyncGenerator<Assembled>
}> => {
  const ofFamilies = await relatedByFamily(gathered, world)
  const { beside, found: ofAdults } = await relate(gathered, world)
  const found = [...gathered.found, ...ofFamilies, ...ofAdults]
  const people = async function* (): AsyncGenerator<Assembled> {
    for await (const { key, left, right } of joined(gathered.people.sorted(), beside.sorted())) {
      const one = assembleOne({ id: key, facts: left, beside: right }, world)
      if (one !== undefined) yield one
    }
  }
  return { found, isOfEverybody: gathered.found.length === 0, people }
}
