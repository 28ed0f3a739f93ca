import { foldWorkId } from '../../kernel/work-id.ts'
import type { AuditEntry } from '../audit-entry.ts'
import { type LookUp, lookUpIn } from './look-ups.ts'

/** An act that is a finding by itself. */
export type Act = {
  readonly at: string
  readonly about: readonly string[]
  /** What tells it from others of its kind, where that is nothing which may be told. */
  readonly same?: string
}

/** Whoever acted: the person behind a system, or, where none was named, the system. */
export type Actor = {
  /** Who is told of it: an authority, an agency with a lead, or the partnership lead. */
  readonly owner: string
  readonly client: string
  readonly practitioner?: string
  readonly isVouchedFor?: true
}

/** What one of them did on the day, as far as a rule asks. */
export type Use = Actor & {
  readonly lookUps: LookUp[]
  readonly misses: Act[]
  /** Alerts opened by a person, not fetched by a system by itself. */
  readonly opened: Act[]
  readonly emergency: Act[]
  readonly lifted: Act[]
  readonly overQuota: Act[]
}

export type DayOfUse = {
  readonly uses: readonly Use[]
  /** Adults recorded elsewhere, too, of which an authority was told. */
  readonly elsewhere: ReadonlyMap<string, readonly Act[]>
  readonly entries: number
  /** Somebody did more than is kept of them, or more people did something: the counts are at least so high. */
  readonly isCut: boolean
}

/** Kept of one kind of act of one person; beyond it a finding is one already. */
const mostActs = 2000
/** People and systems of one day; at all of them together less than a function's memory. */
const mostActors = 20_000
/** Acts that are kept in all. */
const mostInAll = 400_000

const emergencyPrefix = 'EMERGENCY_ACCESS_'

type List = 'misses' | 'opened' | 'emergency' | 'lifted' | 'overQuota'

const listOf = ({ action, outcome, codes }: AuditEntry): List | undefined => {
  if (action.startsWith(emergencyPrefix)) return 'emergency'
  if (action === 'ACCESS_REFUSED') return 'misses'
  if (action === 'QUOTA_EXCEEDED') return 'overQuota'
  if (outcome === 'REFUSED') return undefined
  if (action === 'RESTRICTION_LIFTED') return 'lifted'
  return action === 'ALERT_READ' && codes?.['unattended'] !== 'true' ? 'opened' : undefined
}

/** An act with what it was at; of a refusal only that by which equal tries are told from different ones. */
const actIn = ({ at, subjects, askedFor, entryId }: AuditEntry, list: List): Act => {
  if (list === 'misses') return { at, about: [], same: askedFor?.id ?? askedFor?.keyed ?? entryId }
  return { at, about: list === 'overQuota' ? [] : subjects.slice(0, 1) }
}

const actorOf = (entry: AuditEntry, owner: string): Actor => ({
  owner,
  client: entry.actor,
  ...(entry.practitioner !== undefined && { practitioner: foldWorkId(entry.practitioner) }),
  ...(entry.vouchedBy === 'AUTHORITY' && { isVouchedFor: true as const }),
})

const newUse = (actor: Actor): Use => ({
  ...actor,
  lookUps: [],
  misses: [],
  opened: [],
  emergency: [],
  lifted: [],
  overQuota: [],
})

/** Room for so much and no more. */
const createRoom = () => {
  let kept = 0
  let isCut = false
  return {
    isCut: (): boolean => isCut,
    cut: (): void => {
      isCut = true
    },
    put: <Kept>(list: Kept[], act: Kept): void => {
      if (list.length >= mostActs || kept >= mostInAll) isCut = true
      else {
        kept += 1
        list.push(act)
      }
    },
  }
}
type Room = ReturnType<typeof createRoom>

/** Uses by who acted. Nobody more once there are too many. */
const createUses = (ownerOf: (entry: AuditEntry) => string, room: Room) => {
  const uses = new Map<string, Use>()
  return {
    all: (): readonly Use[] => [...uses.values()],
    of: (entry: AuditEntry): Use | undefined => {
      const actor = actorOf(entry, ownerOf(entry))
      const key = JSON.stringify([actor.owner, actor.client, actor.practitioner])
      const known = uses.get(key)
      if (known !== undefined) return known
      if (uses.size >= mostActors) {
        room.cut()
        return undefined
      }
      const made = newUse(actor)
      uses.set(key, made)
      return made
    },
  }
}

/** What one act adds to what its actor did, where a rule asks for it. */
const adding = (entry: AuditEntry): ((use: Use, room: Room) => void) | undefined => {
  const lookUp = lookUpIn(entry)
  if (lookUp !== undefined) return (use, room) => room.put(use.lookUps, lookUp)
  const list = listOf(entry)
  return list === undefined ? undefined : (use, room) => room.put(use[list], actIn(entry, list))
}

/**
 * Takes a day's entries one after another, in any order, and keeps what the rules ask, in bounded room. `ownerOf` says who is
 * told of what one of them did.
 */
export const createTally = (ownerOf: (entry: AuditEntry) => string) => {
  const room = createRoom()
  const uses = createUses(ownerOf, room)
  const elsewhere = new Map<string, Act[]>()
  let entries = 0
  const addElsewhere = ({ authority, at, subjects }: AuditEntry): void => {
    if (authority === undefined) return
    const list = elsewhere.get(authority) ?? []
    elsewhere.set(authority, list)
    for (const id of subjects) room.put(list, { at, about: [id] })
  }
  return {
    add: (entry: AuditEntry): void => {
      entries += 1
      if (entry.action === 'RECORDED_ELSEWHERE_TOLD') addElsewhere(entry)
      // Whoever calls has an agency; what the hub does by itself has none.
      const add = entry.agency === undefined ? undefined : adding(entry)
      const use = add && uses.of(entry)
      if (use !== undefined) add?.(use, room)
    },
    day: (): DayOfUse => ({ uses: uses.all(), elsewhere, entries, isCut: room.isCut() }),
  }
}
