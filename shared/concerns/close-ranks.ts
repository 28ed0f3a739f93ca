import { isLeftOut } from '../kernel/left-out.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const eachOf = (list: unknown, change: (item: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map(change) : list

const inRelationship = (places: ReadonlyMap<string, string>) => (one: unknown) =>
  isObject(one) && typeof one['adult'] === 'string'
    ? { ...one, adult: places.get(one['adult']) ?? one['adult'] }
    : one

/**
 * The same concern without blanks among its other adults, each still meant where a child refers to them: a place in that
 * list names a person, so nobody may move to another's.
 */
export const closeRanks = (sent: object): object => {
  const { otherAdults, children, ...rest }: Readonly<Record<string, unknown>> = { ...sent }
  if (!Array.isArray(otherAdults) || !otherAdults.some(isLeftOut)) return sent
  const kept = otherAdults.flatMap((adult, at) => (isLeftOut(adult) ? [] : [at]))
  const places = new Map(
    otherAdults.map((_, at): [string, string] => [
      `otherAdults/${at}`,
      kept.includes(at) ? `otherAdults/${kept.indexOf(at)}` : 'nobody',
    ]),
  )
  return {
    ...rest,
    otherAdults: kept.map((at): unknown => otherAdults[at]),
    children: eachOf(children, (child) =>
      isObject(child) && 'relationships' in child
        ? { ...child, relationships: eachOf(child['relationships'], inRelationship(places)) }
        : child,
    ),
  }
}
