import { monthsBetween } from '../calendar/months.ts'
import { isGrownUp } from '../codes/ages.ts'
import type { RelationFact } from './adult-of.ts'
import type { Fact, Found, Origin } from './fact.ts'
import { grouped, joined, type Sorter, type Sorting } from './sorter.ts'
import { dayOf, isPlaceholderDay } from './values.ts'

type FamilyFact = Extract<Fact, { of: 'family' }>
type Member = { readonly id: string; readonly isGrown: boolean; readonly origin: Origin }

const mostMembers = 40

const isOld = (birth: string, today: string): boolean | undefined => {
  const day = dayOf(birth)
  return day === undefined || isPlaceholderDay(birth)
    ? undefined
    : isGrownUp(monthsBetween(day, today))
}

/** Undefined where nobody says how old they are. */
const isGrownAt = (today: string, facts: readonly Fact[]): boolean | undefined => {
  const told = facts.find((fact) => fact.of === 'person')?.told
  if (told?.birth !== undefined) return isOld(told.birth, today)
  return told?.expected === undefined ? undefined : false
}

type Sorted = {
  readonly people: Sorter<Fact>
  readonly byFamilyMember: Sorter<FamilyFact>
  readonly byAdult: Sorter<RelationFact>
}

type World = { readonly sorting: Sorting; readonly today: string }

const membersOf = async (
  { people, byFamilyMember }: Sorted,
  { sorting, today }: World,
): Promise<Sorter<Member>> => {
  const families = sorting.sorter<Member>()
  for await (const { key, left, right } of joined(people.sorted(), byFamilyMember.sorted())) {
    const isGrown = isGrownAt(today, left)
    const members = isGrown === undefined ? [] : right
    for (const { family, origin } of members)
      await families.add(family, { id: key, isGrown: isGrown === true, origin })
  }
  return families
}

const relateAll = async (
  items: readonly Member[],
  byAdult: Sorter<RelationFact>,
): Promise<void> => {
  for (const child of items.filter(({ isGrown }) => !isGrown))
    for (const adult of items.filter(({ isGrown }) => isGrown))
      await byAdult.add(adult.id, {
        of: 'relation',
        id: child.id,
        adult: adult.id,
        origin: child.origin,
        told: { relationship: 'FAMILY' },
      })
}

/** Relates every grown member of a family to its children, by what no row says; whose age is not known is related to nobody. */
export const relatedByFamily = async (sorted: Sorted, world: World): Promise<readonly Found[]> => {
  const families = await membersOf(sorted, world)
  const found: Found[] = []
  for await (const { items } of grouped(families.sorted())) {
    const [first] = items
    if (items.length > mostMembers && first !== undefined)
      found.push({ code: 'FAMILY_TOO_LARGE', origin: first.origin })
    else await relateAll(items, sorted.byAdult)
  }
  return found
}
