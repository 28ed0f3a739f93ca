import type { ChildEntry, WithheldEntry } from '../../chronology/entry.ts'
import type { Chronology } from '../../chronology/notification.ts'
import { put, putVersion, unmoved } from './actions.ts'
import {
  chronologyKey,
  engagedKey,
  entryKey,
  leadsEngagedKey,
  leadsEntryKey,
  leadsSupersededKey,
  supersededKey,
  withheldKey,
} from './keys.ts'
import type { Action, Put } from './store.ts'

export const headRow = (table: string, chronology: Chronology): Put =>
  putVersion(table, {
    ...chronologyKey(chronology.childId),
    version: chronology.version,
    chronology,
  })

export const unmovedHead = (table: string, { childId, version }: Chronology): Action =>
  unmoved(table, chronologyKey(childId), version)

/**
 * An entry that may be seen, and the mark on the entry that it corrects, which stays. Of what is the lead's alone the mark
 * is too: it would tell everybody else that there is something.
 */
export const entryRows = (table: string, { childId, entry }: ChildEntry): Put[] => {
  const ofLead = entry.isLeadsOnly === true
  const engaged = ofLead ? leadsEngagedKey : engagedKey
  if (entry.kind === 'ENGAGEMENT')
    return [put(table, { ...engaged(childId, entry.entryId), entry })]
  const [key, markKey] = ofLead ? [leadsEntryKey, leadsSupersededKey] : [entryKey, supersededKey]
  const { corrects, entryId } = entry
  return [
    put(table, { ...key(childId, entryId), entry }),
    ...(corrects === undefined
      ? []
      : [put(table, { ...markKey(childId, corrects), supersededBy: entryId })]),
  ]
}

export const withheldRow = (table: string, { childId, entry }: WithheldEntry): Put =>
  put(table, { ...withheldKey(childId, entry.entryId), withheld: entry })
