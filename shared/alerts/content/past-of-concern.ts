import * as z from 'zod'
import type { Holder } from '../../agencies/holder.ts'
import { chronologyEntrySchema, type StandingEntry } from '../../chronology/entry.ts'
import { domainNames, domainsOf } from '../../codes/factors.ts'
import { recordedFactors } from '../../concerns/child-victim.ts'
import { isOfChildsService } from '../../concerns/childs-service.ts'
import { eventOf } from '../../concerns/event-of.ts'
import { isOfStaffConflict, type StoredConcern } from '../../concerns/stored-concern.ts'
import { type ConcernId, childIdSchema } from '../../kernel/ids.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import { mark } from '../../people/striking/mark.ts'
import type { Facts } from '../../sharing/facts.ts'

/** Rules of accumulation (F3), with the fact by which each holds for a concern. Stated rules, no score. */
const accumulationRules = {
  'combination-in-12-months': 'combination',
  'three-notifications-in-3-months': 'threeInThree',
} as const satisfies Record<string, keyof Facts>
const accumulationRuleIds = keysOf(accumulationRules)

/**
 * Why the past weighs, and which concerns made it so: those that this authority was told of by agency and domain, of
 * the others only how many there are.
 */
export const accumulatedSchema = z.strictObject({
  rules: z.array(z.enum(accumulationRuleIds)),
  contributing: z.array(
    z.strictObject({
      eventOn: z.iso.date(),
      agencyName: z.string(),
      domains: z.array(z.enum(domainNames)),
    }),
  ),
  others: z.int().min(0),
})
export type Accumulated = z.infer<typeof accumulatedSchema>

/** An earlier entry of a child's chronology, without its words: those are read there. */
export const earlierSchema = chronologyEntrySchema
  .pick({
    entryId: true,
    kind: true,
    eventOn: true,
    isOngoing: true,
    recordedAt: true,
    source: true,
    harm: true,
    factors: true,
    outcome: true,
  })
  .extend({ childId: childIdSchema, isSuperseded: z.boolean() })
type Earlier = z.infer<typeof earlierSchema>

/** Older entries are in the chronology, which is read there. */
const mostEarlier = 40

/**
 * Whether this reader may see that the concern was told: its authority has it, of more than an adopted child, and it is
 * not its lead's alone.
 */
const wasTold = (stored: StoredConcern, { authority, isLead }: Reader): boolean =>
  stored.told.some((one) => one.authority === authority && one.isOfAdopted !== true) &&
  (isLead || !isOfStaffConflict(stored))

export type Reader = { readonly authority: Holder; readonly isLead: boolean }

/** `contributing`: the concerns that made it so, as they stand now. */
export const accumulatedOf = (
  facts: Pick<Facts, 'combination' | 'threeInThree'>,
  contributing: readonly StoredConcern[],
  reader: Reader,
): Accumulated => {
  const shown = contributing.filter((stored) => wasTold(stored, reader))
  return {
    rules: accumulationRuleIds.filter((rule) => facts[accumulationRules[rule]]),
    contributing: shown.map(({ concern, receivedAt, submittedBy }) => ({
      eventOn: eventOf(concern, receivedAt).eventOn,
      agencyName: isOfChildsService(concern, concern.harm) ? mark : submittedBy.agencyName,
      domains: domainsOf(recordedFactors(concern)),
    })),
    others: contributing.length - shown.length,
  }
}

/** The newest entries of these children before the concern's own, newest first. */
export const earlierOf = (
  concernId: ConcernId,
  childIds: readonly string[],
  entries: readonly StandingEntry[],
): Earlier[] =>
  entries
    .filter(({ childId, entry }) => childIds.includes(childId) && entry.entryId < concernId)
    .toSorted((a, b) => (a.entry.entryId < b.entry.entryId ? 1 : -1))
    .slice(0, mostEarlier)
    .map(({ childId, supersededBy, entry }) => {
      const {
        told: _,
        statements: _s,
        corrects: _c,
        hasPreviousRemoval: _p,
        isLeadsOnly: _l,
        isOfChildsService: isNameHidden,
        source,
        ...rest
      } = entry
      return {
        ...rest,
        childId,
        source: isNameHidden === true ? { ...source, name: mark } : source,
        isSuperseded: supersededBy !== undefined,
      }
    })
