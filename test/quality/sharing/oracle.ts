// A second reading of the policy's page, made from its text by another method: flat lists of rows that exclude each
// other, matched as letters, in no order. It imports nothing from shared/, so the two can only agree by being right.
import { tableOf } from './only-row.ts'
import { type OracleBasis, oracleBasis } from './oracle-basis.ts'
import type { OracleFacts } from './oracle-facts.ts'
import { oracleTelling } from './oracle-telling.ts'

// purpose | harm after raises | detriment claimed | consent | duty | planned | watched
//   purpose s(afeguarding or welfare) o(ther); harm 0 to 4
//   consent G(iven) X(refused, withdrawn) L(acks capacity, or not sought for a real reason) N(not sought, no reason; missing)
// leads to: rule, decision, due, then; asked: L the sender's lead, P the partnership lead; T the sender's lead, about the
//   purpose that was ticked, which is no question of the row's
const decisions = tableOf(`
o|012|-|-   |-|-|- > R1   HOLD          - -             -
o|3  |y|-   |-|-|- > R6   HUMAN_REVIEW  0 SHARE         L
o|3  |n|-   |-|-|- > R9   SHARE         - -             T
o|4  |-|-   |-|-|- > R3   SHARE         - -             T
s|4  |-|-   |-|-|- > R3   SHARE         - -             -
s|3  |y|-   |-|-|- > R6   HUMAN_REVIEW  0 SHARE         L
s|3  |n|-   |-|-|- > R9   SHARE         - -             -
s|2  |y|-   |-|-|- > R7   HUMAN_REVIEW  1 SHARE_MINIMAL L
s|1  |y|-   |-|-|- > R7   HUMAN_REVIEW  1 HOLD          L
s|0  |-|-   |-|-|- > R17  HOLD          - -             -
s|1  |n|G   |-|-|- > R15  SHARE_MINIMAL - -             -
s|2  |n|G   |-|-|- > R10  SHARE         - -             -
s|1  |n|XLN |-|y|- > R19  SHARE_MINIMAL - -             -
s|2  |n|L   |-|y|- > R19  SHARE_MINIMAL - -             -
s|2  |n|X   |-|y|- > R19  SHARE_MINIMAL - -             L
s|2  |n|N   |y|y|- > R19  SHARE_MINIMAL - -             -
s|2  |n|N   |n|y|- > R19  SHARE_MINIMAL - -             L
s|1  |n|XLN |-|n|n > R16  HOLD          - -             -
s|1  |n|XLN |-|n|y > R16  HUMAN_REVIEW  2 SHARE_MINIMAL P
s|2  |n|L   |-|n|- > R11  SHARE_MINIMAL - -             -
s|2  |n|X   |y|n|- > R12  HUMAN_REVIEW  1 SHARE_MINIMAL L
s|2  |n|X   |n|n|y > R13  HUMAN_REVIEW  1 SHARE_MINIMAL L
s|2  |n|X   |n|n|n > R13  HUMAN_REVIEW  1 HOLD          L
s|2  |n|N   |y|n|- > R14  SHARE_MINIMAL - -             -
s|2  |n|N   |n|n|y > R14b HUMAN_REVIEW  1 SHARE_MINIMAL L
s|2  |n|N   |n|n|n > R14b HUMAN_REVIEW  1 HOLD          L
`)

const leads: Readonly<Record<string, string>> = { L: 'sender-lead', P: 'partnership-lead' }
const blank = (cell: string): string | null => (cell === '-' ? null : cell)
const yes = (value: boolean): string => (value ? 'y' : 'n')
const words = (these: readonly (string | null)[]): string => ` ${these.join(' ')} `

/** The level after R4 (d: delusion or suicide plan) and R5b (u: unborn and domestic abuse), by the level as sent. */
const raised: Readonly<Record<string, string>> = {
  '': '01234',
  d: '33334',
  u: '12334',
  du: '33334',
}

const raisesOf = (facts: OracleFacts): string => {
  const sent = words([...facts.flags, ...facts.factors])
  const isAboutChild = / (DELUSION|SUICIDE_PLAN)_INVOLVES_CHILD /.test(sent)
  const isAbuseInPregnancy = / (DA|MARAC|3[ABC]) /.test(sent) && sent.includes(' UNBORN ')
  return (isAboutChild ? 'd' : '') + (isAbuseInPregnancy ? 'u' : '')
}

const consentLetters: readonly (readonly [RegExp, string])[] = [
  [/^GIVEN /, 'G'],
  [/^(REFUSED|WITHDRAWN) /, 'X'],
  [/^LACKS_CAPACITY /, 'L'],
  [/^NOT_SOUGHT (RISK_|PREJUDICES_|DELAY_|CANNOT_|NOT_REASONABLY_)/, 'L'],
  [/^(NOT_SOUGHT (NO_REASON|-)$|- )/, 'N'],
]

const consentLetterOf = ({ consent, whyNotSought }: OracleFacts): string => {
  const written = `${consent ?? '-'} ${whyNotSought ?? '-'}`
  const letters = consentLetters.filter(([pattern]) => pattern.test(written))
  if (letters.length !== 1) throw new Error(`${letters.length} letters for ${written}`)
  return letters[0]?.[1] ?? ''
}

/** Every reason to watch, as words in one line. */
const isWatched = (facts: OracleFacts): boolean => {
  const isNeglected = facts.factors.some((code) => code === '16A' || code.endsWith('B'))
  const signs = {
    combination: facts.combination,
    threeInThree: facts.threeInThree,
    knownRemoval: facts.knownRemoval,
    underWatch: facts.underWatch,
    highRisk: facts.highRisk,
    little: facts.youngestMonths !== null && facts.youngestMonths < 24,
    neglectedAdolescent: facts.anyAdolescent && isNeglected,
  }
  return (
    Object.values(signs).includes(true) ||
    / (MARAC|PREVIOUS_REMOVAL|IN_NEED) /.test(words([...facts.flags, facts.openStatus]))
  )
}

const isIdentityAsked = ({ match }: OracleFacts, decisions: string): boolean =>
  /POSSIBLE|MANY/.test(match) && decisions.includes('SHARE')

const planned = / (PROTECTION_PLAN|LOOKED_AFTER|PROCEEDINGS) /

export type Expected = {
  readonly id: string
  readonly rule: string
  readonly decision: string
  readonly harmAfter: string
  readonly raisedBy: readonly string[]
  readonly tellParent: string
  readonly asked: string | null
  readonly asksSenderLead: boolean
  readonly dueInWorkingDays: number | null
  readonly onTimeout: string | null
  readonly identityReview: boolean
  readonly leadsOnly: boolean
  readonly basis: OracleBasis
}

/** All that the page says of these facts, but the version of the policy. */
export const oracleOf = (facts: OracleFacts): Expected => {
  const raises = raisesOf(facts)
  const level = raised[raises]?.charAt(Number(facts.harm.slice(1))) ?? ''
  const consent = consentLetterOf(facts)
  const hasDuty = facts.body === 'DUTY' && facts.dutyInForce
  const [rule = '', decision = '', due = '', then = '', asked = ''] = decisions([
    facts.purpose === 'other' ? 'o' : 's',
    level,
    yes(facts.flags.includes('DETRIMENT_CLAIMED')),
    consent,
    yes(hasDuty),
    yes(planned.test(words([facts.openStatus]))),
    yes(isWatched(facts)),
  ])
  return {
    id: facts.id,
    rule,
    decision,
    harmAfter: `H${level}`,
    raisedBy: [...raises].map((letter) => (letter === 'd' ? 'R4' : 'R5b')),
    tellParent: oracleTelling(facts, { decision, level, consent }),
    asked: leads[asked] ?? null,
    asksSenderLead: asked === 'L' || asked === 'T',
    dueInWorkingDays: due === '-' ? null : Number(due),
    onTimeout: blank(then),
    identityReview: isIdentityAsked(facts, decision + then),
    leadsOnly: facts.flags.includes('STAFF_CONFLICT'),
    basis: oracleBasis(facts, level),
  }
}

export type ExpectedLapse = { readonly decision: Expected; readonly tellsPartnershipLead: boolean }

/** What follows when the due day passes; undefined where nothing waits. */
export const oracleLapseOf = (facts: OracleFacts): ExpectedLapse | undefined => {
  const before = oracleOf(facts)
  const { rule, harmAfter, onTimeout: decision } = before
  if (decision === null) return undefined
  const read = { decision, level: harmAfter.slice(1), consent: consentLetterOf(facts) }
  return {
    decision: {
      ...before,
      decision,
      dueInWorkingDays: null,
      onTimeout: null,
      tellParent: oracleTelling(facts, read),
      identityReview: isIdentityAsked(facts, decision),
    },
    tellsPartnershipLead: /^R1(3|4b) HOLD$/.test(`${rule} ${decision}`),
  }
}
