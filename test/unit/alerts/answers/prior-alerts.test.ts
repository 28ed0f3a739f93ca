import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import {
  priorAlertIds,
  type RelatedAlert,
  secondPersonFor,
} from '../../../../shared/alerts/answers/prior-alerts.ts'
import { alertIdSchema } from '../../../../shared/kernel/ids.ts'
import { uuidV7 } from '../../../../shared/kernel/uuid-v7.ts'

const now = new Date('2026-11-26T10:00:00Z')

/** An alert raised at that moment: its id tells, as the hub's ids do. */
const raised = (raisedAt: string, change: Partial<RelatedAlert> = {}): RelatedAlert => ({
  alertId: alertIdSchema.parse(uuidV7(new Date(raisedAt), Buffer.alloc(16, 7))),
  authority: westmarch,
  harm: 'H2',
  raisedAt,
  agencyName: 'Turning Tide',
  ...change,
})
const first = raised('2026-01-10T10:00:00.000Z')
const second = raised('2026-06-10T10:00:00.000Z')
const third = raised('2026-09-10T10:00:00.000Z')
const current = raised('2026-11-24T10:00:00.000Z')
const later = raised('2026-11-25T10:00:00.000Z')

describe('the earlier alerts about the same children', () => {
  it('are those before this one, newest first', () => {
    expect(priorAlertIds(current, [current, first, third, later, second])).toEqual([
      third.alertId,
      second.alertId,
      first.alertId,
    ])
  })

  const days = Array.from({ length: 30 }, (_, at) => String(at + 1).padStart(2, '0'))

  it('are all of them, though one agency wrote on every day of a month', () => {
    const many = days.map((day) => raised(`2026-09-${day}T10:00:00.000Z`))
    const other = raised('2026-08-20T10:00:00.000Z', { agencyName: 'Safe Harbour' })
    const shown = priorAlertIds(current, [...many, other])
    expect(shown).toEqual([...many.toReversed(), other].map(({ alertId }) => alertId))
  })

  it('keep every grave one before all others, however many', () => {
    const grave = days.map((day) => raised(`2026-08-${day}T10:00:00.000Z`, { harm: 'H3' }))
    const junk = days.map((day) => raised(`2026-10-${day}T10:00:00.000Z`, { harm: 'H1' }))
    const shown = priorAlertIds(current, [...junk, ...grave])
    expect(shown).toEqual(
      [...grave.toReversed(), ...junk.toReversed()].map(({ alertId }) => alertId),
    )
  })

  it('keep one of each agency and day, so that one who writes often pushes nobody out', () => {
    const hours = Array.from({ length: 16 }, (_, hour) => String(hour + 4).padStart(2, '0'))
    const junk = hours.map((hour) => raised(`2026-11-20T${hour}:00:00.000Z`, { harm: 'H1' }))
    const other = raised('2026-11-20T05:30:00.000Z', { agencyName: 'Safe Harbour' })
    expect(priorAlertIds(current, [...junk, other, first])).toEqual([
      junk.at(-1)?.alertId,
      other.alertId,
      first.alertId,
    ])
  })
})

describe('closing an alert', () => {
  const grave = (raisedAt: string) => raised(raisedAt, { harm: 'H3' })

  it.each([
    ['nothing else', [current], [], undefined],
    ['it is grave itself', [raised(current.raisedAt, { harm: 'H4' })], [], 'grave-and-recent'],
    [
      'another was grave three months ago less a minute',
      [current, grave('2026-08-26T09:01:00.000Z')],
      [],
      'grave-and-recent',
    ],
    [
      'another was grave three months ago',
      [current, grave('2026-08-26T09:00:00.000Z')],
      [],
      undefined,
    ],
    ['a later one is grave', [current, grave(later.raisedAt)], [], 'grave-and-recent'],
    ['another is unread', [current, first], [first], 'another-unread'],
    ['it is itself the unread one', [current], [current], undefined],
  ] as const)('when %s', (...[, related, unread, expected]) => {
    const past = { related, unread: unread.map(({ alertId }) => alertId), isPlanned: false }
    expect(secondPersonFor(current, past, now)).toBe(expected)
  })

  it('needs two for an alert grave itself that names no child, and for a planned child', () => {
    const past = { related: [], unread: [], isPlanned: false }
    expect(secondPersonFor({ ...current, harm: 'H3' }, past, now)).toBe('grave-and-recent')
    expect(secondPersonFor(current, { ...past, isPlanned: true }, now)).toBe('planned-child')
    expect(secondPersonFor(current, past, now)).toBeUndefined()
  })
})
