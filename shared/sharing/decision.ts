import * as z from 'zod'
import { conclusions } from '../codes/conclusions.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { keysOf } from '../kernel/keys-of.ts'

/** R0 is not a row of the table: it marks a decision that no row made. */
export const ruleIds = [
  'R0',
  'R4',
  'R5b',
  'R3',
  'R1',
  'R6',
  'R7',
  'R9',
  'R17',
  'R15',
  'R10',
  'R19',
  'R16',
  'R11',
  'R12',
  'R13',
  'R14',
  'R14b',
] as const
export type RuleId = (typeof ruleIds)[number]

/** Rules that only raise the level of harm, in reading order. */
export const raisingRuleIds = ['R4', 'R5b'] as const satisfies readonly RuleId[]

const decisions = {
  SHARE: { isShared: true },
  SHARE_MINIMAL: { isShared: true },
  HOLD: { isShared: false },
  HUMAN_REVIEW: { isShared: false },
} as const satisfies Record<string, { readonly isShared: boolean }>
export type DecisionKind = keyof typeof decisions
export const decisionKinds = keysOf(decisions)

/** Whether authorities are told by a decision of this kind. */
export const isShared = (decision: DecisionKind): boolean => decisions[decision].isShared

/**
 * Who decides on disclosure, always on the discloser's side: the lead of the sending agency, or the lead of the
 * partnership where the question itself depends on what is known of the family. A council is never asked whether it may be told.
 */
export const leads = ['sender-lead', 'partnership-lead'] as const
export type Lead = (typeof leads)[number]

/** A line for professionals, from the least to the most that a parent may be told. The hub contacts no parent. */
export const tellings = ['no', 'safe-contact-only', 'ask-first', 'yes'] as const
export type TellParent = (typeof tellings)[number]

/** The conditions of Data Protection Act 2018, Schedule 1, on which the hub relies. */
export const schedule1Conditions = [
  'para-2',
  'para-6',
  'para-18-2-a',
  'para-18-2-b',
  'para-18-2-c',
] as const

/**
 * The lawful basis by UK GDPR article 6, the condition of DPA 2018 Schedule 1, article 10 where an offence is alleged
 * (with the same condition), what lifts the duty of confidence, and the statutes relied on. Consent, 6(1)(a), cannot be
 * written down here: it is never the basis on which the hub shares.
 * @see DfE, Information sharing advice 2024
 */
const basisSchema = z.strictObject({
  article6: z.array(z.enum(['6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(ea)', '6(1)(f)'])).min(1),
  schedule1: z.enum(schedule1Conditions),
  article10: z.templateLiteral(['DPA 2018 s.10(5), ', z.enum(schedule1Conditions)]).nullable(),
  confidence: z.enum(['consent', 'duty', 'public-interest']),
  statute: z.array(z.string()),
})
export type Basis = z.infer<typeof basisSchema>

/**
 * What the policy answers. `raisedBy` lists each raising row whose condition holds, even where the level already stood
 * at the ceiling. `asked`: who is asked by the row that decides, or would be by the row that it stands in for (R19);
 * `asksSenderLead` also where the purpose alone is asked about. `dueInWorkingDays` 0 is the same day; `onTimeout` null
 * means that nothing but expiry follows. `identityReview`: a council is asked who somebody is, beside what is shared now
 * or by the clock. `leadsOnly`: only the authority's lead may see what is shared.
 */
export const decisionSchema = z.strictObject({
  id: z.string(),
  rule: z.enum(ruleIds),
  decision: z.enum(decisionKinds),
  harmAfter: z.enum(harmLevels),
  raisedBy: z.array(z.enum(raisingRuleIds)),
  tellParent: z.enum(tellings),
  asked: z.enum(leads).nullable(),
  asksSenderLead: z.boolean(),
  dueInWorkingDays: z.int().min(0).nullable(),
  onTimeout: z.enum(conclusions).nullable(),
  identityReview: z.boolean(),
  leadsOnly: z.boolean(),
  basis: basisSchema,
  policyVersion: z.string(),
})
export type Decision = z.infer<typeof decisionSchema>
