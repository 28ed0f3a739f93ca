import { openStatusNames } from '../codes/open-statuses.ts'
import { present } from '../kernel/present.ts'
import type { ChildStatus, StatusCode, Statuses } from '../register/child-status.ts'
import { spanOf } from './addresses-of.ts'
import type { Fact } from './fact.ts'
import type { Noting } from './noting.ts'
import { statusOf } from './values.ts'

export type StatusFact = Extract<Fact, { of: 'status' }>

const mostEarlier = 20

type Span = { readonly code: StatusCode; readonly from?: string; readonly to?: string }

const read = ({ told, origin }: StatusFact, { note }: Noting, today: string): Span | undefined => {
  const code = told.code === undefined ? undefined : statusOf(told.code)
  if (code === undefined) {
    note('STATUS_UNREADABLE', origin)
    return undefined
  }
  const span = { code, ...spanOf(told, () => note('STATUS_DATES', origin)) }
  if (span.from !== undefined && span.from > today) {
    note('STATUS_IN_FUTURE', origin)
    return undefined
  }
  return code === 'CLOSED' && span.from === undefined ? present({ code, from: span.to }) : span
}

const textOf = ({ code, from = '', to = '9999' }: Span): string => `${from} ${to} ${code}`
const newestFirst = (one: Span, other: Span): number => (textOf(one) < textOf(other) ? 1 : -1)

/** One after another without a day between is one: an episode of care begins anew with every placement. */
const withoutSeams = (spans: readonly Span[]): Span[] => {
  const made: Span[] = []
  for (const span of spans.toSorted(newestFirst)) {
    const later = made.findLast(({ code }) => code === span.code)
    const isSeam =
      later !== undefined &&
      (textOf(later) === textOf(span) || (span.to !== undefined && later.from === span.to))
    if (isSeam) made[made.indexOf(later)] = { ...later, ...present({ from: span.from }) }
    else made.push(span)
  }
  return made
}

const rank: readonly StatusCode[] = [
  'ADOPTED',
  ...openStatusNames,
  'SPECIAL_GUARDIANSHIP',
  'CLOSED',
]

const isOpen = ({ to }: Span, today: string): boolean => to === undefined || to > today

const asStatus = ({ code, from, to }: Span): ChildStatus => present({ code, from, to })

/** An order of what holds: an adoption, then the gravest that is open; a guardianship or a closure where nothing is. */
const currentOf = (spans: readonly Span[], today: string): Span | undefined => {
  const open = spans.filter((span) => isOpen(span, today))
  const current = rank.flatMap((code) => open.filter((span) => span.code === code))[0]
  if (current !== undefined) return current
  const ends = spans.map(({ to }) => to ?? '').toSorted()
  const last = ends.at(-1)
  return last === undefined || last === '' ? undefined : { code: 'CLOSED', from: last }
}

/** How social care stands to a child, of all that rows tell of it; a case of which everything has ended is closed. */
export const statusesOf = (
  facts: readonly StatusFact[],
  noting: Noting,
  today: string,
): Statuses | undefined => {
  const spans = withoutSeams(facts.flatMap((fact) => read(fact, noting, today) ?? []))
  const current = currentOf(spans, today)
  const [first] = facts
  if (current === undefined) return undefined
  if (current.code === 'CLOSED' && current.from === undefined) {
    if (first !== undefined) noting.note('CLOSED_WITHOUT_DATE', first.origin)
    return undefined
  }
  const earlier = spans.filter(
    (span) => span !== current && !(span.code === 'CLOSED' && span.from === undefined),
  )
  if (earlier.length > mostEarlier && first !== undefined)
    noting.note('STATUSES_TOO_MANY', first.origin)
  return {
    status: asStatus(current),
    earlierStatuses: earlier.slice(0, mostEarlier).map(asStatus),
  }
}
