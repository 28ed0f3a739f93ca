import type { Span } from '../calendar/span.ts'
import type { HarmLevel } from './harm-levels.ts'

/** How soon somebody must look, in the order in which alerts are listed. */
export const urgencies = ['immediate', 'today', 'routine'] as const
export type Urgency = (typeof urgencies)[number]

type Row = {
  readonly urgency: Urgency
  readonly acknowledge: Span
  /** To decide, and to tell the referrer. */
  readonly decide: { readonly workingDays: number }
  /** To record the strategy discussion, where section 47 is the outcome. */
  readonly strategyDiscussion?: { readonly workingDays: number }
  /** How often the top of the ladder is told again. */
  readonly repeat: Span
}

const earlyHelp = {
  urgency: 'routine',
  acknowledge: { workingDays: 3 },
  decide: { workingDays: 3 },
  repeat: { days: 1 },
} as const satisfies Row

/** By when an alert of each level is answered. H0 is never shared, and has the row of H1 if one ever is. @see policy §7 */
export const responseTimes = {
  H0: earlyHelp,
  H1: earlyHelp,
  H2: {
    urgency: 'routine',
    acknowledge: { workingDays: 1 },
    decide: { workingDays: 1 },
    repeat: { days: 1 },
  },
  H3: {
    urgency: 'today',
    acknowledge: { hours: 4 },
    decide: { workingDays: 1 },
    strategyDiscussion: { workingDays: 1 },
    repeat: { hours: 4 },
  },
  H4: {
    urgency: 'immediate',
    acknowledge: { hours: 1 },
    decide: { workingDays: 0 },
    strategyDiscussion: { workingDays: 0 },
    repeat: { hours: 4 },
  },
} as const satisfies Record<HarmLevel, Row>

/** The row of a level, as any row. */
export const responseTimeOf = (harm: HarmLevel): Row => responseTimes[harm]

export const urgencyOf = (harm: HarmLevel): Urgency => responseTimes[harm].urgency

/** Working days after which somebody is reminded, once: of the assessment's end, and of the conference. */
export const reminderDays = { ASSESSMENT_ENDS: 45, CONFERENCE: 15 } as const
