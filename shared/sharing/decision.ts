import * as z from 'zod'
import { harmLevels } from '../codes/harm-levels.ts'
import { keysOf } from '../kernel/keys-of.ts'

/** R0 is not a row of the table: it marks a decision that no row made. */
export const ruleIds = [
  'R0',
  'R1',
  'R3',
  'R2',
  'R4',
  'R5b',
  'R5',
  'R6',
  'R7',
  'R17',
  'R16',
  'R18',
  'R8',
  'R8b',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R14b',
  'R15',
] as const
export type RuleId = (typeof ruleIds)[number]

/** Rules that only raise the level of harm, in reading order. */
export const raisingRuleIds = ['R4', 'R5b', 'R5'] as const satisfies readonly RuleId[]

const decisions = {
  SHARE: { isShared: true },
  SHARE_MINIMAL: { isShared: true },
  HOLD: { isShared: false },
  HUMAN_REVIEW: { isShared: false },
} as const satisfies Record<string, { readonly isShared: boolean }>
export type DecisionKind = keyof typeof decisions
const decisionKinds = keysOf(decisions)

/** Whether authorities are told by a decision of this kind. */
export const isShared = (decision: DecisionKind): boolean => decisions[decision].isShared

/**
 * The lawful basis by UK GDPR article 6, the condition of DPA 2018 Schedule 1, and the statutes relied on.
 * Consent, 6(1)(a), cannot be written down here: it is never the basis on which the hub shares.
 * @see DfE, Information sharing advice 2024
 */
const basisSchema = z.strictObject({
  article6: z.array(z.enum(['6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(ea)', '6(1)(f)'])).min(1),
  schedule1: z.enum(['para-2', 'para-6', 'para-18-2-a', 'para-18-2-b', 'para-18-2-c']),
  statute: z.array(z.string()),
})
export type Basis = z.infer<typeof basisSchema>

/**
 * What the policy answers. `raisedBy` lists each raising row whose condition held, in reading order, even where the
 * level already stood at the ceiling, because its trigger must be recorded. `dueInWorkingDays` 0 is the same day;
 * `onTimeout` null means that nothing but expiry follows. `unmatchedAlert`: an alert without identity goes out now.
 */
export const decisionSchema = z.strictObject({
  id: z.string(),
  rule: z.enum(ruleIds),
  decision: z.enum(decisionKinds),
  harmAfter: z.enum(harmLevels),
  raisedBy: z.array(z.enum(raisingRuleIds)),
  tellParent: z.enum(['yes', 'no', 'safe-contact-only']),
  dueInWorkingDays: z.int().min(0).nullable(),
  onTimeout: z.enum(decisionKinds).nullable(),
  basis: basisSchema,
  unmatchedAlert: z.boolean(),
  policyVersion: z.string(),
})
export type Decision = z.infer<typeof decisionSchema>
