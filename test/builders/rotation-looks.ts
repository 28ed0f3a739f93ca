import { expect } from 'vitest'
import { indexKey, lookupKey } from '../../shared/aws/dynamodb/keys.ts'
import { childIndexKeys } from '../../shared/matching/child-keys.ts'
import { type IndexKey, indexKeys } from '../../shared/matching/index-keys.ts'
import { childFactsOf } from '../../shared/register/child-facts-of.ts'
import { findable } from '../../shared/register/findable.ts'
import { recordsIn } from './a-register.ts'
import { type Container, type RotatingHub, tables } from './a-rotation.ts'

/** A concern that waits for a later record, by the keys under which its people are sought. */
export type Waiting = { readonly concernId: string; readonly keys: readonly IndexKey[] }

const placeOf = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string => `${pk} ${sk}`
const placesIn = ({ memory }: RotatingHub): ReadonlySet<string> =>
  new Set([...memory.rows(tables.register), ...memory.rows(tables.casework)].map(placeOf))

/** Everybody registered, with the keys under which each is looked for. */
const peopleIn = ({ memory }: RotatingHub) => {
  const { children, adults } = recordsIn(memory)
  return [
    ...children.map((one) => ({
      id: one.childId,
      kind: 'child' as const,
      keys: childIndexKeys(childFactsOf(one)),
      listed: new Set(one.keys),
    })),
    ...adults.map((one) => ({
      id: one.adultId,
      kind: 'adult' as const,
      keys: indexKeys(findable(one), one.children),
      listed: new Set(one.keys),
    })),
  ]
}

/** Whom a container would not find by one of their own keys. */
const lostPeople = async (
  hub: RotatingHub,
  places: ReadonlySet<string>,
  { toRead }: Container,
): Promise<string[]> => {
  const lost: string[] = []
  for (const { id, kind, keys, listed } of peopleIn(hub)) {
    const isFound = (hash: string): boolean =>
      listed.has(hash) && places.has(placeOf(indexKey(hash, kind, id)))
    if (!(await toRead(keys)).every(isFound)) lost.push(id)
  }
  return lost
}

/** Concerns that one container would not find for a record that another has written. */
const lostConcerns = async (
  waiting: readonly Waiting[],
  places: ReadonlySet<string>,
  { reader, writer }: { readonly reader: Container; readonly writer: Container },
): Promise<string[]> => {
  const lost: string[] = []
  for (const { concernId, keys } of waiting) {
    const asked = await reader.asRead(await writer.toWrite(keys))
    const isFound = (hash: string): boolean => places.has(placeOf(lookupKey(hash, concernId)))
    if (asked.length === 0 || !asked.every(isFound)) lost.push(concernId)
  }
  return lost
}

/** Nobody is lost under any hash by which any of these containers looks. */
export const lookClosely = async (
  hub: RotatingHub,
  containers: readonly Container[],
  waiting: readonly Waiting[],
): Promise<void> => {
  const places = placesIn(hub)
  const lost: string[] = []
  for (const reader of containers) {
    lost.push(...(await lostPeople(hub, places, reader)))
    for (const writer of containers)
      lost.push(...(await lostConcerns(waiting, places, { reader, writer })))
  }
  expect(lost).toEqual([])
}

/** As the hub looks: by its own queries. */
export const look = async (
  hub: RotatingHub,
  { gather, concernsSought, toWrite }: Container,
  waiting: readonly Waiting[],
): Promise<void> => {
  for (const { id, kind, keys } of peopleIn(hub)) {
    const found = await gather([{ person: 'subject', kind, keys, settled: [] }], 'any')
    const ids: readonly string[] = [
      ...found.children.map(({ childId }) => childId),
      ...found.adults.map(({ adultId }) => adultId),
    ]
    expect(ids).toContain(id)
  }
  for (const { concernId, keys } of waiting)
    expect(await concernsSought(await toWrite(keys), hub.now())).toContain(concernId)
}
