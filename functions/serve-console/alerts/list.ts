import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { linkTo } from '../http/paging.ts'
import { dueOf } from './due-in-words.ts'
import {
  countsOf,
  filtered,
  isFilter,
  nextUntaken,
  readAlerts,
  readAlertsWithInitials,
} from './inbox.ts'
import { ageOfListed } from './people.ts'

const levels: readonly (string | undefined)[] = ['H4', 'H3', 'H2', 'H1']

const list = async (asked: AskedInRole): Promise<Answer> => {
  const { visit, session, now } = asked
  const { show: wanted, level, state: of, cursor } = visit.query
  const state = of === 'closed' ? 'closed' : 'open'
  const filter = isFilter(wanted) ? wanted : 'all'
  const harm = levels.includes(level) ? (level ?? '') : ''
  const { items, unreadable, next, hasInitials } = await readAlertsWithInitials(asked, {
    state,
    cursor,
  })
  const shown = filtered(items, { filter, harm, workId: session.workId })
  return show('alerts/list', {
    items: shown.map((item) => ({
      ...item,
      due: dueOf(item.dueAt, now),
      children: item.children?.map((child) => ({ ...child, age: ageOfListed(child) })),
    })),
    hasInitials,
    total: items.length,
    counts: countsOf(items, session.workId),
    filter,
    harm,
    state,
    unreadable,
    own: session.workId,
    opened: now.toISOString(),
    hasUntaken: nextUntaken(items) !== undefined,
    isNone: visit.query['none'] === 'yes',
    next: linkTo('/alerts', { state, show: filter, level: harm || undefined }, next),
    back: '/',
  })
}

/** The most urgent that nobody has; the list, where somebody has each. */
const openNext = async (asked: AskedInRole): Promise<Answer> => {
  const { items } = await readAlerts(asked, { state: 'open' })
  const next = nextUntaken(items, asked.visit.form.get('after') ?? undefined)
  return go(next === undefined ? '/alerts?none=yes' : `/alerts/${next.alertId}`)
}

export const listAnswers: Answers['inRole'] = { alerts: { get: list, post: openNext } }
