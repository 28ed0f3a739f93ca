// What X6 leaves of an alert: to an adopted child's own authority that child alone, to all others everybody else.
import { childRefAt, type PersonRef } from '../../concerns/person-ref.ts'
import type { AlertContent } from '../content/alert-content.ts'

/** Banners that tell of the alert, and not of the birth family. */
const ofAlert: ReadonlySet<AlertContent['banners'][number]> = new Set([
  'PHONE_FIRST',
  'LEADS_ONLY',
  'CORRECTION',
  'WITHDRAWN_BY_SENDER',
])

/** What an adopted child's own authority reads: that this child was named, by whom, and nothing of the birth family. */
export const ofAdopted = (
  { ownReference: _theirs, ...content }: AlertContent,
  adopted: readonly PersonRef[],
): AlertContent => ({
  ...content,
  reason: 'A concern names this child. Ask the sender; nothing of the birth family stands here.',
  alsoTold: [],
  banners: content.banners.filter((banner) => ofAlert.has(banner)),
  care: [],
  joined: content.joined.map((child) => ({ ...child, relationships: [] })),
  accumulation: { rules: [], contributing: [], others: 0 },
  earlier: [],
  adults: [],
  children: content.children
    .filter(({ person }) => adopted.includes(person))
    .map((child) => ({ ...child, relationships: [] })),
  safety: { keepFrom: [] },
  consent: {},
})

/** What an adopted child's own authority reads of the child's own home: everything but the birth relatives named in it. */
export const withoutBirthRelatives = (
  content: AlertContent,
  birth: readonly PersonRef[],
): AlertContent => {
  const isOther = ({ person }: { readonly person: PersonRef }): boolean => !birth.includes(person)
  const { whereabouts, banners, care } = content
  const tells = birth.length === 0
  return {
    ...content,
    banners: banners.filter((banner) => tells || banner !== 'PREVIOUS_REMOVAL'),
    care: care.filter((rule) => tells || rule !== 'F5-PREVIOUS_REMOVAL'),
    joined: content.joined.map((child) => ({ ...child, ...withoutRelations(child, birth) })),
    children: content.children.map((child) => ({ ...child, ...withoutRelations(child, birth) })),
    accumulation: { rules: [], contributing: [], others: 0 },
    adults: content.adults.filter(isOther),
    ...(whereabouts !== undefined && { whereabouts: whereabouts.filter(isOther) }),
  }
}

const withoutRelations = <Relation extends { readonly adult: PersonRef }>(
  { relationships }: { readonly relationships: readonly Relation[] },
  birth: readonly PersonRef[],
): { relationships: Relation[] } => ({
  relationships: relationships.filter(({ adult }) => !birth.includes(adult)),
})

type Places = ReadonlyMap<string, PersonRef>

const mostRefs = 12

/** Children close ranks where one is not told of: a place left empty would tell that somebody stood there. */
const placesWithout = (adopted: readonly PersonRef[]): Places => {
  const kept = Array.from({ length: mostRefs }, (_, at) => childRefAt(at)).filter(
    (ref) => !adopted.includes(ref),
  )
  return new Map(kept.map((ref, at) => [ref, childRefAt(at)]))
}

/** Without those of adopted children, the others in their new places; a reference to nobody's child stays as it is. */
export const closedRanks =
  (adopted: readonly PersonRef[]) =>
  <T extends { readonly person: PersonRef }>(list: readonly T[]): T[] => {
    const places = placesWithout(adopted)
    return list
      .filter(({ person }) => !adopted.includes(person))
      .map((one) => ({ ...one, person: places.get(one.person) ?? one.person }))
  }

const refIn = /^\/(children\/\d+)(?=\/|$)/

const unreadWithout = (
  unread: NonNullable<AlertContent['unread']>,
  adopted: readonly PersonRef[],
): NonNullable<AlertContent['unread']> => {
  const places = placesWithout(adopted)
  return unread
    .filter(({ pointer }) => !adopted.some((ref) => refIn.exec(pointer)?.[1] === ref))
    .map(({ pointer, ...rest }) => ({
      ...rest,
      pointer: pointer.replace(refIn, (whole, ref: string) => {
        const place = places.get(ref)
        return place === undefined ? whole : `/${place}`
      }),
    }))
}

/** Without the adopted: they are told of to their own authority alone, and as if they had not been named. */
export const withoutAdopted = (
  content: AlertContent,
  adopted: readonly PersonRef[],
): AlertContent => {
  if (adopted.length === 0) return content
  const { children, whereabouts, disabilities, unread } = content
  const without = closedRanks(adopted)
  return {
    ...content,
    children: without(children),
    ...(whereabouts !== undefined && { whereabouts: without(whereabouts) }),
    ...(disabilities !== undefined && { disabilities: without(disabilities) }),
    ...(unread !== undefined && { unread: unreadWithout(unread, adopted) }),
  }
}
