import { foldWorkId } from '../../kernel/work-id.ts'
import type { AuditEntry } from '../audit-entry.ts'
import { isQuick, type LookUp, lookUpIn } from './look-ups.ts'

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
  /** Those at which quickness says something; beside them the rest, so that a system which reads a register hides none. */
  readonly lookUps: LookUp[]
  readonly otherLookUps: LookUp[]
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
  /** Owners of whose people somebody did more than is kept: the counts are at least so high. */
  readonly cut: ReadonlySet<string>
  /** As much for everybody: more did something than there is room for. */
  readonly isCut: boolean
}

/** Kept of one kind of act of one person; beyond it a finding is one already. */
const mostActs = 2000
/** People and systems of one day; at all of them together less than a function's memory. */
const mostActors = 20_000
/** People of one system, told apart; whom else it names counts as the system, so that no system takes all the room. */
const mostNamed = 1000
/** Acts that are kept in all. */
const mostInAll = 400_000

const emergencyPrefix = 'EMERGENCY_ACCESS_'
/** What whoever reviews it does. */
const ofReview = new Set(['EMERGENCY_ACCESS_READ', 'EMERGENCY_ACCESS_REVIEWED'])
const isEmergency = (action: string): boolean =>
  action.startsWith(emergencyPrefix) && !ofReview.has(action)

type List = 'misses' | 'opened' | 'emergency' | 'lifted' | 'overQuota'

const listOf = ({ action, outcome, codes }: AuditEntry): List | undefined => {
  if (isEmergency(action)) return 'emergency'
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
  otherLookUps: [],
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
  const cut = new Set<string>()
  return {
    isCut: (): boolean => isCut,
    cutOwners: (): ReadonlySet<string> => cut,
    cut: (): void => {
      isCut = true
    },
    put: <Kept>(owner: string, list: Kept[], act: Kept): void => {
      if (kept >= mostInAll) isCut = true
      else if (list.length >= mostActs) cut.add(owner)
      else {
        kept += 1
        list.push(act)
      }
    },
  }
}
type Room = ReturnType<typeof createRoom>

const keyOf = ({ owner, client, practitioner }: Actor): string =>
  JSON.stringify([owner, client, practitioner])

/** Uses by who acted. Nobody more once there are too many. */
const createUses = (ownerOf: (entry: AuditEntry) => string, room: Room) => {
  const uses = new Map<string, Use>()
  const named = new Map<string, number>()
  const make = (actor: Actor): Use | undefined => {
    if (uses.size >= mostActors) {
      room.cut()
      return undefined
    }
    const made = newUse(actor)
    uses.set(keyOf(actor), made)
    return made
  }
  return {
    all: (): readonly Use[] => [...uses.values()],
    of: (entry: AuditEntry): Use | undefined => {
      const actor = actorOf(entry, ownerOf(entry))
      const known = uses.get(keyOf(actor))
      if (known !== undefined) return known
      const { practitioner: _, isVouchedFor: _v, ...system } = actor
      const count = named.get(keyOf(system)) ?? 0
      if (count >= mostNamed) return uses.get(keyOf(system)) ?? make(system)
      named.set(keyOf(system), count + 1)
      return make(actor)
    },
  }
}

/** What one act adds to what its actor did, where a rule asks for it. */
const adding = (entry: AuditEntry): ((use: Use, room: Room) => void) | undefined => {
  const lookUp = lookUpIn(entry)
  if (lookUp !== undefined)
    return (use, room) =>
      room.put(use.owner, isQuick(lookUp) ? use.lookUps : use.otherLookUps, lookUp)
  const list = listOf(entry)
  if (list === undefined) return undefined
  return (use, room) => room.put(use.owner, use[list], actIn(entry, list))
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
    for (const id of subjects) room.put(authority, list, { at, about: [id] })
  }
  return {
    add: (entry: AuditEntry): void => {
      entries += 1
      if (entry.action === 'RECORDED_ELSEWHERE_TOLD') addElsewhere(entry)
      // Whoever calls has an agency; what the hub does by itself has none.
      const isFirst = entry.part === undefined
      const add = entry.agency === undefined || !isFirst ? undefined : adding(entry)
      const use = add && uses.of(entry)
      if (use !== undefined) add?.(use, room)
    },
    day: (): DayOfUse => ({
      uses: uses.all(),
      elsewhere,
      entries,
      cut: room.cutOwners(),
      isCut: room.isCut(),
    }),
  }
}
