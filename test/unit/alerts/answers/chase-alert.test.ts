import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { type Chase, chaseAlert } from '../../../../shared/alerts/answers/chase-alert.ts'
import { anAlert } from '../../../builders/an-alert.ts'

const afterDue = new Date('2026-11-25T00:00:30Z')
const minute = 60_000

/** Every chase of an alert that nobody answers, swept each minute until `end`, with when it came. */
const chasesUntil = (alert: Alert, end: string): readonly (Chase & { readonly at: string })[] => {
  const chases: (Chase & { readonly at: string })[] = []
  let current = alert
  for (let now = Date.parse(alert.raisedAt); now <= Date.parse(end); now += minute) {
    const chase = chaseAlert(current, new Date(now))
    if (chase === undefined) continue
    chases.push({ ...chase, at: new Date(now).toISOString().slice(0, 16) })
    current = chase.alert
  }
  return chases
}
const toldIn = (chases: ReturnType<typeof chasesUntil>) =>
  chases.map((chase) => [chase.at, chase.kind === 'chased' ? chase.tells.join('+') : chase.kind])

describe('a chase', () => {
  it.each([
    ['an hour before it is due', anAlert(), new Date('2026-11-24T22:59:59Z')],
    ['in the last millisecond but one', anAlert(), new Date('2026-11-24T23:59:59.998Z')],
    ['once the referrer has heard back', anAlert({ state: 'FED_BACK' }), afterDue],
  ])('does not happen %s', (_, alert, now) => {
    expect(chaseAlert(alert, now)).toBeUndefined()
  })

  it.each([
    [0, ['inbox']],
    [1, ['manager']],
    [2, ['authority-lead', 'sender-lead']],
    [3, ['partnership-lead']],
    [4, ['partnership-lead']],
    [99, ['partnership-lead']],
  ])('after %i others tells the %j', (chases, tells) => {
    expect(chaseAlert(anAlert({ chases }), afterDue)).toMatchObject({ kind: 'chased', tells })
  })

  it.each(['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'CHALLENGED'] as const)(
    'happens to an alert that is %s',
    (state) => {
      const chased = chaseAlert(anAlert({ state }), afterDue)?.alert
      expect(chased).toMatchObject({ state, version: 2, chases: 1 })
    },
  )

  it('changes the version, the count and the moment of the next, and nothing else', () => {
    const alert = anAlert()
    const { version, chases, chaseAt, ...rest } = chaseAlert(alert, afterDue)?.alert ?? anAlert()
    const { version: _v, chases: _c, ...before } = alert
    expect(rest).toEqual(before)
    expect([version, chases, chaseAt]).toEqual([2, 1, '2026-11-25T23:59:59.999Z'])
  })

  it.each([
    ['the minute after the due day ended', '2026-11-25T00:00:30Z', '2026-11-25T23:59:59.999Z'],
    ['before a weekend', '2026-11-28T00:00:30Z', '2026-11-30T23:59:59.999Z'],
  ])('of a child in need comes one working day after the last, %s', (_, now, due) => {
    const dueAt = new Date(Date.parse(now) - 30_001).toISOString()
    const chased = chaseAlert(anAlert({ dueAt }), new Date(now))?.alert
    expect(chased?.chaseAt).toBe(due)
  })

  it('that comes late, when sweeps failed, is not followed by all that were missed', () => {
    const alert = anAlert({ harm: 'H4', dueAt: '2026-11-23T11:00:00.000Z' })
    const chased = chaseAlert(alert, new Date('2026-11-23T19:30:00Z'))?.alert
    expect(chased?.chaseAt).toBe('2026-11-23T20:30:00.000Z')
  })
})

describe('an alert of immediate danger raised on 24 December at 16:00', () => {
  const raised = anAlert({
    harm: 'H4',
    raisedAt: '2026-12-24T16:00:00.000Z',
    dueAt: '2026-12-24T17:00:00.000Z',
  })

  it('is chased through the night, up all four steps, and then every four hours without end', () => {
    expect(toldIn(chasesUntil(raised, '2026-12-25T12:00:00Z'))).toEqual([
      ['2026-12-24T17:00', 'inbox'],
      ['2026-12-24T18:00', 'manager'],
      ['2026-12-24T19:00', 'authority-lead+sender-lead'],
      ['2026-12-24T20:00', 'partnership-lead'],
      ['2026-12-25T00:00', 'partnership-lead'],
      ['2026-12-25T04:00', 'partnership-lead'],
      ['2026-12-25T08:00', 'partnership-lead'],
      ['2026-12-25T12:00', 'partnership-lead'],
    ])
    const week = chasesUntil(raised, '2026-12-31T20:00:00Z')
    expect(week.at(-1)?.at).toBe('2026-12-31T20:00')
  })
})

describe('the ladder of each level', () => {
  it.each([
    [
      'H3',
      '2026-11-23T14:00:00.000Z',
      ['2026-11-23T14:00', '2026-11-23T18:00', '2026-11-23T22:00', '2026-11-24T02:00'],
      '2026-11-24T06:00',
    ],
    [
      'H2',
      '2026-11-24T23:59:59.999Z',
      ['2026-11-25T00:00', '2026-11-26T00:00', '2026-11-27T00:00', '2026-11-28T00:00'],
      '2026-11-29T00:00',
    ],
    [
      'H1',
      '2026-11-26T23:59:59.999Z',
      ['2026-11-27T00:00', '2026-12-02T00:00', '2026-12-05T00:00', '2026-12-10T00:00'],
      '2026-12-11T00:00',
    ],
  ] as const)(
    'at %s climbs a period of its own, then repeats',
    (...[harm, dueAt, steps, again]) => {
      const chases = chasesUntil(anAlert({ harm, dueAt }), '2026-12-12T00:00:00Z')
      expect(chases.slice(0, 5).map(({ at }) => at)).toEqual([...steps, again])
    },
  )
})

describe('a reminder', () => {
  const at = '2027-02-01T23:59:59.999Z'
  const reminders = [{ kind: 'ASSESSMENT_ENDS', at }] as const
  const closed = anAlert({ state: 'FED_BACK', reminders: [...reminders] })

  it('is given once, when its day has passed, though nothing is owed', () => {
    expect(chaseAlert(closed, new Date('2027-02-01T23:00:00Z'))).toBeUndefined()
    const reminded = chaseAlert(closed, new Date('2027-02-02T00:00:30Z'))
    expect(reminded).toEqual({
      kind: 'reminded',
      reminder: 'ASSESSMENT_ENDS',
      alert: { ...closed, version: 2, reminders: [] },
    })
    expect(chaseAlert(reminded?.alert ?? closed, new Date('2027-02-03'))).toBeUndefined()
  })

  it('waits behind what is overdue', () => {
    const both = anAlert({ reminders: [...reminders] })
    expect(chaseAlert(both, new Date('2027-02-03'))?.kind).toBe('chased')
  })
})
