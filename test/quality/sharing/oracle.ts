// A second reading of the decision table, made from its text by another method: one flat list of rows that exclude each
// other, matched as strings, in no order. It imports nothing from shared/sharing, so the two can only agree by being right.

export type OracleFacts = {
  readonly agreementInForce: boolean
  readonly underWatch: boolean
  purpose: string
  harm: string
  consent: string | null
  whyNotSought: string | null
  body: string
  dutyInForce: boolean
  match: string
  flags: readonly string[]
  factors: readonly string[]
  childAgeMonths: number | null
  accumulationFires: boolean
  threeInThree: boolean
  recognisedLegitimateInterestInForce: boolean
}

// purpose | harm as sent | harm read | conflict | detriment | consent | duty | match | watched
//   purpose s(afeguarding or welfare) o(ther); consent G(iven) X(refused, withdrawn) L(acks, or real reason) N(o reason)
//   match C(onfirmed) U(ncertain) 0(none); - any; several letters: any of them
// rule, decision, due, then, alert without identity
const rows = `
o|012 |-   |- |- |-  |- |- |- > R1   HOLD          - -             n
o|34  |-   |- |- |-  |- |- |- > R1   HUMAN_REVIEW  0 HUMAN_REVIEW  n
s|4   |-   |- |- |-  |- |C |- > R3   SHARE         - -             n
s|4   |-   |- |- |-  |- |U0|- > R3   SHARE         - -             y
s|3   |-   |y |- |-  |- |- |- > R2   HUMAN_REVIEW  0 SHARE         n
s|012 |-   |y |- |-  |- |- |- > R2   HUMAN_REVIEW  1 HOLD          n
s|0123|3   |n |y |-  |- |- |- > R6   HUMAN_REVIEW  0 SHARE         n
s|0123|012 |n |y |-  |- |- |- > R7   HOLD         10 HUMAN_REVIEW  n
s|0123|0   |n |n |-  |- |- |- > R17  HOLD          - -             n
s|0123|1   |n |n |XLN|- |- |n > R16  HOLD          - -             n
s|0123|1   |n |n |XLN|- |- |y > R16  HUMAN_REVIEW  5 HOLD          n
s|0123|1   |n |n |G  |- |U |- > R8   HUMAN_REVIEW  1 HOLD          n
s|0123|1   |n |n |G  |- |0 |- > R8b  HOLD          - -             n
s|0123|1   |n |n |G  |- |C |- > R15  SHARE_MINIMAL - -             n
s|0123|2   |n |n |-  |- |U |- > R8   HUMAN_REVIEW  1 HOLD          n
s|0123|2   |n |n |G  |- |C |- > R10  SHARE         - -             n
s|0123|2   |n |n |G  |- |0 |- > R10  SHARE         - -             y
s|0123|2   |n |n |L  |- |C |- > R11  SHARE_MINIMAL - -             n
s|0123|2   |n |n |L  |- |0 |- > R11  SHARE_MINIMAL - -             y
s|0123|2   |n |n |X  |y |C0|- > R12  HUMAN_REVIEW  1 SHARE_MINIMAL n
s|0123|2   |n |n |X  |n |C0|- > R13  HUMAN_REVIEW  1 HOLD          n
s|0123|2   |n |n |N  |y |C |- > R14  SHARE_MINIMAL - -             n
s|0123|2   |n |n |N  |y |0 |- > R14  SHARE_MINIMAL - -             y
s|0123|2   |n |n |N  |n |C0|y > R14b HUMAN_REVIEW  1 HOLD          n
s|0123|2   |n |n |N  |n |C0|n > R14b HOLD          1 HUMAN_REVIEW  n
s|0123|3   |n |n |-  |- |U |- > R8   HUMAN_REVIEW  0 SHARE         y
s|0123|3   |n |n |-  |- |C |- > R9   SHARE         - -             n
s|0123|3   |n |n |-  |- |0 |- > R9   SHARE         - -             y
`
  .trim()
  .split('\n')
  .map((line) => {
    const [pattern = '', outcome = ''] = line.split('>')
    return {
      pattern: pattern.split('|').map((cell) => cell.trim()),
      outcome: outcome.trim().split(/\s+/),
    }
  })

const consentLetter: Record<string, string> = {
  GIVEN: 'G',
  REFUSED: 'X',
  WITHDRAWN: 'X',
  LACKS_CAPACITY: 'L',
  'NOT_SOUGHT/RISK_TO_CHILD': 'L',
  'NOT_SOUGHT/RISK_TO_ANOTHER': 'L',
  'NOT_SOUGHT/PREJUDICES_INVESTIGATION': 'L',
  'NOT_SOUGHT/DELAY_HARMS': 'L',
  'NOT_SOUGHT/CANNOT_BE_GIVEN': 'L',
  'NOT_SOUGHT/NOT_REASONABLY_OBTAINABLE': 'L',
}
const paragraph: Record<string, string> = {
  LACKS_CAPACITY: 'para-18-2-a',
  'NOT_SOUGHT/CANNOT_BE_GIVEN': 'para-18-2-a',
  'NOT_SOUGHT/NOT_REASONABLY_OBTAINABLE': 'para-18-2-b',
  'NOT_SOUGHT/DELAY_HARMS': 'para-18-2-b',
  'NOT_SOUGHT/RISK_TO_CHILD': 'para-18-2-c',
  'NOT_SOUGHT/RISK_TO_ANOTHER': 'para-18-2-c',
  'NOT_SOUGHT/PREJUDICES_INVESTIGATION': 'para-18-2-c',
}
const matchLetter: Record<string, string> = { CONFIRMED: 'C', POSSIBLE: 'U', MANY: 'U', NONE: '0' }
const plusOne: Record<string, string> = { '0': '1', '1': '2', '2': '3', '3': '3' }
const statutes: Record<string, string> = {
  y: 'Children Act 2004, s.16LA',
  '0': 'Children Act 2004, s.11',
  '1': 'Children Act 2004, s.11',
  '2': 'Children Act 2004, s.11 + Children Act 1989, s.17',
  '3': 'Children Act 2004, s.11 + Children Act 1989, s.47',
  '4': 'Children Act 2004, s.11 + Children Act 1989, s.47',
}

const any = (these: readonly string[], wanted: string): boolean =>
  these.some((one) => ` ${wanted} `.includes(` ${one} `))
const yes = (value: boolean): string => (value ? 'y' : 'n')

/** The harm level after the raises, which are read only if none of the first three rows decides. */
const harmRead = (facts: OracleFacts, isAbuse: boolean): readonly [string, readonly string[]] => {
  let level = facts.harm.slice(1)
  const raises: string[] = []
  if (facts.purpose === 'other' || level === '4' || facts.flags.includes('STAFF_CONFLICT'))
    return [level, raises]
  if (any(facts.flags, 'DELUSION_INVOLVES_CHILD SUICIDE_PLAN_INVOLVES_CHILD')) {
    level = '3'
    raises.push('R4')
  }
  if (facts.flags.includes('UNBORN') && isAbuse) {
    level = plusOne[level] ?? level
    raises.push('R5b')
  }
  if (facts.accumulationFires) {
    level = plusOne[level] ?? level
    raises.push('R5')
  }
  return [level, raises]
}

const isWatched = (facts: OracleFacts): boolean => {
  const age = facts.childAgeMonths ?? -1
  const codes = facts.factors.filter((code) => /^16A$|B$/.test(code))
  const adolescent = age > 119 && age < 192 && codes.length > 0
  return [
    adolescent,
    facts.flags.includes('PREVIOUS_REMOVAL'),
    facts.threeInThree,
    facts.underWatch,
  ].includes(true)
}

const basisOf = (facts: OracleFacts, level: string, consentKey: string): unknown => {
  const sender = `${facts.body} ${facts.dutyInForce ? 'duty' : 'none'} ${facts.recognisedLegitimateInterestInForce ? 'ea' : 'f'}`
  const articles: Record<string, string> = {
    'DUTY duty ea': '6(1)(c)',
    'DUTY duty f': '6(1)(c)',
    'DUTY none ea': '6(1)(e)',
    'DUTY none f': '6(1)(e)',
    'OTHER duty ea': '6(1)(ea)',
    'OTHER none ea': '6(1)(ea)',
    'OTHER duty f': '6(1)(f)',
    'OTHER none f': '6(1)(f)',
  }
  const isDuty = sender.startsWith('DUTY duty')
  const statute = (statutes[isDuty ? 'y' : level] ?? '').split(' + ')
  return {
    article6: level === '4' ? [articles[sender], '6(1)(d)'] : [articles[sender]],
    schedule1: paragraph[consentKey] ?? (isDuty ? 'para-6' : 'para-2'),
    statute: facts.body === 'OTHER' ? [] : statute,
  }
}

/** A missing status is no reason at all, whatever reason stands beside it. */
const reasonOf = (facts: OracleFacts): string =>
  (facts.consent === null ? null : facts.whyNotSought) ?? 'NO_REASON'

const isAbuseIn = (facts: OracleFacts): boolean =>
  any([...facts.flags, ...facts.factors], 'DA MARAC 3A 3B 3C')

/** `row` is the rule's id and what it decides. */
export const tellParentOf = (row: string, facts: OracleFacts): string => {
  if (!/ SHARE/.test(row) || row.startsWith('R3 ')) return 'no'
  if (any([reasonOf(facts)], 'RISK_TO_CHILD RISK_TO_ANOTHER PREJUDICES_INVESTIGATION')) return 'no'
  return isAbuseIn(facts) ? 'safe-contact-only' : 'yes'
}

const onlyRow = (key: readonly string[]): readonly string[] => {
  const fitting = rows.filter(({ pattern }) =>
    pattern.every((cell, index) => cell === '-' || cell.includes(key[index] ?? '?')),
  )
  if (fitting.length !== 1) throw new Error(`${fitting.length} rows fit ${key.join('|')}`)
  return fitting[0]?.outcome ?? []
}

const blank = (cell: string | undefined): string | null =>
  cell === undefined || cell === '-' ? null : cell

/** Our own addition to §1.3: the rows that come after the question of an agreement, and what they then become. */
const readAfterAgreement = new Set('R8 R8b R9 R10 R11 R12 R13 R14 R14b R15'.split(' '))
const asked = { rule: 'R18', decision: 'HUMAN_REVIEW', tellParent: 'no', unmatchedAlert: false }
const withoutAgreement = (
  rule: string,
  level: string,
  { agreementInForce }: OracleFacts,
): object => {
  if (agreementInForce || !readAfterAgreement.has(rule)) return {}
  return level === '3'
    ? { ...asked, dueInWorkingDays: 0, onTimeout: 'SHARE' }
    : { ...asked, dueInWorkingDays: 1, onTimeout: 'HOLD' }
}

export const oracle = (facts: OracleFacts): Record<string, unknown> => {
  const status = facts.consent ?? 'NOT_SOUGHT'
  const consentKey = status === 'NOT_SOUGHT' ? `NOT_SOUGHT/${reasonOf(facts)}` : status
  const [level, raisedBy] = harmRead(facts, isAbuseIn(facts))
  const [rule, decision, due, then, unmatched] = onlyRow([
    facts.purpose === 'other' ? 'o' : 's',
    facts.harm.slice(1),
    level,
    yes(facts.flags.includes('STAFF_CONFLICT')),
    yes(facts.flags.includes('DETRIMENT_CLAIMED')),
    consentLetter[consentKey] ?? 'N',
    yes(`${facts.body} ${facts.dutyInForce}` === 'DUTY true'),
    matchLetter[facts.match] ?? '',
    yes(isWatched(facts)),
  ])
  return {
    rule,
    decision,
    harmAfter: `H${level}`,
    raisedBy,
    tellParent: tellParentOf(`${rule} ${decision}`, facts),
    dueInWorkingDays: blank(due) === null ? null : Number(due),
    onTimeout: blank(then),
    unmatchedAlert: unmatched === 'y',
    basis: basisOf(facts, level, consentKey),
    ...withoutAgreement(rule ?? '', level, facts),
  }
}
