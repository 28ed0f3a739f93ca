// What goes with a decision and is no row of the table, because none of it may hold a child back.
import { table } from './markdown.ts'

const effects: readonly (readonly [string, string, string])[] = [
  [
    'Identity review',
    'somebody of the concern is POSSIBLE or MANY, and something is shared now or would be by the clock',
    'the council on whose register the candidates stand is asked who it is, beside the alert; the same day at H3 and H4, else within 1 working day. Identified: the alert gets its next version, a further authority its own. Nobody: closed. Unanswered: its lead is told, and it stays open',
  ],
  [
    'Leads-only',
    'STAFF_CONFLICT, at every level, H4 included',
    'only the lead of the authority sees that there is an alert, and answers it; it names whom to keep out',
  ],
  [
    'Purpose asked',
    'purpose neither safeguarding nor welfare, at H3 and H4',
    'the sender’s lead is asked about the purpose; nothing waits for the answer',
  ],
  [
    'No agreement in force',
    'between the service and an authority that is told',
    'shared all the same; the partnership lead is told once a day, with counts',
  ],
  [
    'Ask before contact',
    'a protected household',
    'a banner on the alert that names no source; nothing of a protected place stands in what is sent about another of the household',
  ],
  ['Match', 'whatever it is', 'whose records stand in an alert, never whether one is sent'],
]

export const effectTable = (): readonly string[] =>
  table(['Effect', 'When', 'What follows'], effects)

export const besideWords = `## Beside the rows

An unsure match, a conflict of staff and a missing agreement are no rows: none of them may hold a child back.`

export const asking = `## Who is asked

Whether to disclose is decided on the side of the discloser: by the sender's lead, or by the partnership lead where the
question itself depends on what is known. A council is asked who somebody is, never whether it may be told. Whoever is
asked is told by message. A review, what it shows and what it answers are the same for any family: the sender's lead reads
the concern of its own agency and nothing of a match. For a planned child (R19) its lead is therefore asked what R12, R13 or R14b
would ask, though the alert has gone; the answer may widen, never recall.`

const seen: readonly (readonly [string, string])[] = [
  ['`returned`', 'R1: the form names another purpose'],
  ['`reason-asked`', 'R14b, by the form alone: no reason for not asking was given'],
  [
    '`acknowledged`, later the answer',
    'the table shares on what was sent alone, read with match NONE and nothing known',
  ],
  ['`received`', 'everything else, until there is feedback'],
]

export const seeing = `## What the sender sees

All that a sender and its lead can observe follows from what was sent. Silence may be challenged after the due day, by
anybody, on anything: the reply is always the same.`

export const seenTable = (): readonly string[] => table(['Status', 'When'], seen)

export const holding = `## Held, counted, expired

A concern that was held or is in review may make a combination. It is then decided again by itself, now watched. In
another's alert it appears by agency and domain only if its own decision shares with that authority; otherwise as a number.

A concern on HOLD expires after 12 months, at H0 after 90 days: text and identity are deleted, and the audit log says so.`
