import * as z from 'zod'
import { type Contribution, contributionSchema } from '../../chronology/accumulation.ts'
import { chronologyEntrySchema, type StandingEntry } from '../../chronology/entry.ts'
import { type ConcernId, childIdSchema } from '../../kernel/ids.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import type { Facts } from '../../sharing/facts.ts'

/** Rules of accumulation (F3), with the fact by which each holds for a concern. Stated rules, no score. */
const accumulationRules = {
  'two-domains-in-12-months': 'accumulationFires',
  'three-notifications-in-3-months': 'threeInThree',
} as const satisfies Record<string, keyof Facts>
type AccumulationRule = keyof typeof accumulationRules
const accumulationRuleIds = keysOf(accumulationRules)

/** Why the past weighs, and which concerns made it so: of those nothing but what stands here, held or not. */
export const accumulatedSchema = z.strictObject({
  rules: z.array(z.enum(accumulationRuleIds)),
  contributing: z.array(contributionSchema.partial({ agencyName: true })),
})

/** An earlier entry of a child's chronology, without its text: that is read there. */
export const earlierSchema = chronologyEntrySchema
  .pick({
    entryId: true,
    kind: true,
    eventOn: true,
    isOngoing: true,
    recordedAt: true,
    harm: true,
    factors: true,
    nature: true,
    outcome: true,
  })
  .extend({
    childId: childIdSchema,
    source: chronologyEntrySchema.shape.source.optional(),
    isSuperseded: z.boolean(),
  })
type Earlier = z.infer<typeof earlierSchema>

/** What an alert may tell of the past; read and reckoned when the concern was assessed. */
export type PastOfConcern = {
  readonly contributing: readonly Contribution[]
  readonly earlier: readonly StandingEntry[]
  readonly corrects: ConcernId | undefined
}

/** Older entries are in the chronology, which is read there. */
const mostEarlier = 40

export const accumulatedOf = (
  facts: Pick<Facts, (typeof accumulationRules)[AccumulationRule]>,
  { contributing }: PastOfConcern,
): z.infer<typeof accumulatedSchema> => ({
  rules: accumulationRuleIds.filter((rule) => facts[accumulationRules[rule]]),
  contributing: [...contributing],
})

/** The newest entries of these children but for the concern's own, newest first. */
export const earlierOf = (
  concernId: ConcernId,
  childIds: readonly string[],
  { earlier, corrects }: PastOfConcern,
): Earlier[] =>
  earlier
    .filter(({ childId, entry }) => childIds.includes(childId) && entry.entryId !== concernId)
    .toSorted((a, b) => (a.entry.entryId < b.entry.entryId ? 1 : -1))
    .slice(0, mostEarlier)
    .map(({ childId, supersededBy, entry }) => {
      const { reason: _, statements: _s, corrects: _c, hasPreviousRemoval: _p, ...shown } = entry
      const isSuperseded = supersededBy !== undefined || entry.entryId === corrects
      return { ...shown, childId, isSuperseded }
    })
