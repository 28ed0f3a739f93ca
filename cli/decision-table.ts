import { article9Of } from '../shared/sharing/basis.ts'
import { commencement, policy } from '../shared/sharing/policy.ts'
import { oneLevelUp, type Rule } from '../shared/sharing/rule.ts'
import { silence } from '../shared/sharing/rules/silence.ts'

const dash = '–'

const daysOf = (days: number | null): string => (days === null ? dash : String(days))

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`

/** Rules of several cells take a line for each; what belongs to the whole rule stands on the first. */
const rowsOf = (rule: Rule): readonly string[] => {
  const cites = rule.cites.join('; ')
  if (rule.kind === 'raises') {
    const raise =
      rule.raisesTo === oneLevelUp
        ? 'harm one level up, H3 at most'
        : `harm at least ${rule.raisesTo.H0}`
    const reading = `${raise}; reading goes on`
    return [row([`${rule.id} ↑`, rule.when, dash, reading, dash, dash, rule.mustRecord, cites])]
  }
  return rule.cells.map((cell, index) =>
    row([
      rule.id,
      index === 0 ? rule.when : '″',
      cell.where ?? dash,
      cell.alertsUnmatched ? `${cell.decision}, and an unmatched alert now` : cell.decision,
      daysOf(cell.dueInWorkingDays),
      cell.onTimeout ?? dash,
      index === 0 ? rule.mustRecord : '″',
      index === 0 ? cites : '″',
    ]),
  )
}

const heading = `# Decision table

<!-- Generated from shared/sharing by \`node cli/decide.ts --table\`; a test fails when it is stale. Do not edit. -->
`

const reading = `Rows are read from the top; the first that decides wins. A row marked ↑ only raises the level of harm, never above
H3, and reading goes on. *Due* is in working days, 0 is the same day; *then* is what the decision becomes if nobody
answered; a dash there means that only expiry follows. What no row decides is held under R0, an alarm rings, and a
person looks the same day.`

const words = `## Words

- *Duty*: the body is bound by Children Act 2004, s.16LA, and the duty is in force on the day.
- *Real reason*: consent was not sought, and the reason is any of the six but NO_REASON. A missing status counts as
  NOT_SOUGHT with NO_REASON; so does NOT_SOUGHT without a reason.
- *Domestic abuse*: flag DA or MARAC, or a factor 3A, 3B or 3C.
- *Watched*: a child of 120 to 191 months with 16A or a factor ending in B; or PREVIOUS_REMOVAL; or three notifications
  in three months.
- *Unmatched alert*: whatever is shared without a confirmed match goes to the authority where the child is said to live
  or be found, without a child's identity from the register.

## Telling the parent

HOLD, HUMAN_REVIEW and R3: no. SHARE and SHARE_MINIMAL: no for a risk reason (RISK_TO_CHILD, RISK_TO_ANOTHER,
PREJUDICES_INVESTIGATION); otherwise, in domestic abuse, only by the agreed safe contact; otherwise yes. A review, once
decided, follows what it leads to.

## When a review follows

A hold that times out to a review is due the next working day. R14b's then becomes HOLD; every other later review is
asked for again each working day, by the lead, and never closes by itself. When R13 times out the lead is told.`

const basis = `## Lawful basis

Article 6: 6(1)(c) under the duty to share; 6(1)(e) for a bound body without it; 6(1)(ea) for any other body where the
recognised legitimate interest is in force, else 6(1)(f). Immediate danger adds 6(1)(d). Consent, 6(1)(a), is never the
basis. Article 9, with its condition of Data Protection Act 2018, Schedule 1:
`

const conditionRows: readonly (readonly [keyof typeof article9Of, string])[] = [
  ['para-18-2-a', 'LACKS_CAPACITY or CANNOT_BE_GIVEN'],
  ['para-18-2-b', 'NOT_REASONABLY_OBTAINABLE or DELAY_HARMS'],
  ['para-18-2-c', 'a risk reason'],
  ['para-6', 'any answer, or no reason, under the duty to share'],
  ['para-2', 'any answer, or no reason, otherwise'],
]

/** The table a practitioner reads, made from the very cells that decide, so that it cannot say anything else. */
export const decisionTable = (): string => {
  const rows = [...policy.rules, silence].flatMap(rowsOf)
  const table = [
    row(['Rule', 'When', 'Where', 'Decision', 'Due', 'Then', 'Must record', 'Source']),
    row(Array.from({ length: 8 }, () => '---')),
    ...rows,
  ]
  const conditions = [
    row(['Schedule 1', 'Article', 'When']),
    row(['---', '---', '---']),
    ...conditionRows.map(([condition, when]) => row([condition, article9Of[condition], when])),
  ]
  const dates = `Policy ${policy.version}, from ${policy.from}${policy.until === null ? '' : ` until ${policy.until}`}. Duty to share (Children Act 2004, s.16LA) from ${commencement.dutyToShare}.`
  return [heading, dates, '', reading, '', ...table, '', words, '', basis, ...conditions, ''].join(
    '\n',
  )
}
