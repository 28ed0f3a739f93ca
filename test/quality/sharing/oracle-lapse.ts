// The second reading's column "due, then": what a review or hold becomes when its day passes, and who hears of it.
import { type OracleFacts, oracle, tellParentOf } from './oracle.ts'

// rule, from, what it becomes, due, then, the lead
const lapses = `
R1   HUMAN_REVIEW HUMAN_REVIEW  1 HUMAN_REVIEW reviews
R2   HUMAN_REVIEW SHARE         - -            not-involved
R2   HUMAN_REVIEW HOLD          - -            not-involved
R6   HUMAN_REVIEW SHARE         - -            not-involved
R7   HOLD         HUMAN_REVIEW  1 HUMAN_REVIEW not-involved
R7   HUMAN_REVIEW HUMAN_REVIEW  1 HUMAN_REVIEW reviews
R16  HUMAN_REVIEW HOLD          - -            not-involved
R8   HUMAN_REVIEW SHARE         - -            not-involved
R8   HUMAN_REVIEW HOLD          - -            not-involved
R12  HUMAN_REVIEW SHARE_MINIMAL - -            not-involved
R13  HUMAN_REVIEW HOLD          - -            is-told
R14b HUMAN_REVIEW HOLD          - -            not-involved
R14b HOLD         HUMAN_REVIEW  1 HOLD         not-involved
R18  HUMAN_REVIEW SHARE         - -            is-told
R18  HUMAN_REVIEW HOLD          - -            is-told
`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

export type OracleLapse = { readonly decision: Record<string, unknown>; readonly lead: string }

/** What follows `now`, a decision of the oracle's; undefined where nothing does. */
const after = (now: Record<string, unknown>, facts: OracleFacts): OracleLapse | undefined => {
  if (now['onTimeout'] === null) return undefined
  const key = `${now['rule']} ${now['decision']} ${now['onTimeout']}`
  const [found, ...others] = lapses.filter((cells) => cells.slice(0, 3).join(' ') === key)
  if (found === undefined || others.length > 0) throw new Error(`${key} is not read once`)
  const [rule = '', , decision = '', due, then, lead = ''] = found
  return {
    decision: {
      ...now,
      decision,
      dueInWorkingDays: due === '-' ? null : Number(due),
      onTimeout: then === '-' ? null : then,
      tellParent: tellParentOf(`${rule} ${decision}`, facts),
      unmatchedAlert: decision.startsWith('SHARE') && facts.match !== 'CONFIRMED',
    },
    lead,
  }
}

/** The first two lapses of what the oracle decides; after them only the same review comes again. */
export const oracleLapses = (facts: OracleFacts): readonly OracleLapse[] => {
  const first = after(oracle(facts), facts)
  const second = first && after(first.decision, facts)
  return [first ?? [], second ?? []].flat()
}
