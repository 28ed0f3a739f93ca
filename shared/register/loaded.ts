import { createHmac } from 'node:crypto'
import * as z from 'zod'
import { canonicalJson } from '../audit/canonical-json.ts'
import { present } from '../kernel/present.ts'
import type { Child, RelatedAdult } from './child.ts'

/** What the last load told of a child: by it the next knows what is new in its file, and what a person has changed here since. */
export const loadedSchema = z.strictObject({
  at: z.iso.datetime(),
  /** Of the child and how its adults stand to it. */
  child: z.string(),
  /** Of each adult, by the authority's own id. */
  adults: z.record(z.string(), z.string()),
  /** It was no longer in a full load. */
  isEnded: z.literal(true).optional(),
})
export type Loaded = z.infer<typeof loadedSchema>

/** Keyed with the record's own id: two records that tell the same have no digest in common. */
const digestOf = (id: string, told: unknown): string =>
  createHmac('sha256', id).update(canonicalJson(told)).digest('base64url').slice(0, 27)

const relationOf = (adult: RelatedAdult) =>
  present({
    id: adult.id,
    relationship: adult.relationship,
    relationshipStartedOn: adult.relationshipStartedOn,
    relationshipEndedOn: adult.relationshipEndedOn,
    parentalResponsibility: adult.parentalResponsibility,
    livesWithChild: adult.livesWithChild,
  })

const factsOf = ({
  relationship: _r,
  relationshipStartedOn: _s,
  relationshipEndedOn: _e,
  parentalResponsibility: _p,
  livesWithChild: _l,
  ...facts
}: RelatedAdult) => facts

/** Digests of what is told of a child and of each of its adults. */
export const digestsOf = (id: string, child: Child): Pick<Loaded, 'child' | 'adults'> => ({
  child: digestOf(id, { ...child, adults: child.adults.map(relationOf) }),
  adults: Object.fromEntries(child.adults.map((adult) => [adult.id, digestOf(id, factsOf(adult))])),
})

/** Adults of whom other things are told than at the last load. */
export const adultsToldAnew = (
  loaded: Loaded | undefined,
  adults: Loaded['adults'],
): ReadonlySet<string> =>
  new Set(Object.keys(adults).filter((id) => loaded?.adults[id] !== adults[id]))

/** Whether the record was changed otherwise than by a load since the last one. */
export const isEditedSince = ({
  loaded,
  recordedAt,
}: {
  readonly loaded?: Loaded | undefined
  readonly recordedAt: string
}): boolean => loaded !== undefined && recordedAt > loaded.at
