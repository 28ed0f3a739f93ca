import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { assessMatch, type Plan } from '../../../shared/assessing/assess.ts'
import { identify } from '../../../shared/assessing/identify.ts'
import { mergeResent } from '../../../shared/casework/merge-resent.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { aFamily } from '../../builders/a-family.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { noPast } from '../../builders/no-past.ts'
import { now } from '../../builders/ports.ts'

const sent = { incidentOn: '2026-11-20' }
const first = aStoredConcern(
  { concernId: aConcernId(1), receivedAt: '2026-11-22T10:00:00.000Z' },
  sent,
)
const second = aStoredConcern({ concernId: aConcernId(4) }, sent)

const planOf = async (stored = second, notifications: readonly Notification[] = []) => {
  const family = await aFamily()
  const chronologies = family.chronologies.map((head) => ({
    ...head,
    notifications: [...notifications],
  }))
  const known = { ...family, chronologies }
  const match = identify(stored, known, { model: defaultModel, trial: { needed: 0 } })
  const step = {
    number: 1,
    cause: 'received' as const,
    now,
    newId: () => anId(stored === first ? 8 : 9),
  }
  return assessMatch(stored, { match, known, past: noPast }, step)
}
const told = async (change: Partial<Notification> = {}): Promise<Notification> => {
  const [head] = (await planOf(first)).chronologies
  const [notification] = head?.notifications ?? []
  if (notification === undefined) throw new Error('nothing was remembered')
  return { ...notification, ...change }
}
const merging = async (plan: Plan, stored = second, state: Alert['state'] = 'RAISED') => {
  const before = await planOf(first)
  const asked: unknown[] = []
  const merged = await mergeResent(stored, plan, {
    now,
    readEarlierConcerns: (ids) => {
      asked.push(ids)
      const { assessment } = before
      const alerts = before.alerts.map((alert) => ({ ...alert, state }))
      return Promise.resolve([{ stored: first, confirmed: assessment.match.confirmed, alerts }])
    },
  })
  return { merged, asked, before }
}

describe('the same incident sent again', () => {
  it('goes into the open alert, and the assessment says into which', async () => {
    const { merged, asked, before } = await merging(await planOf(second, [await told()]))
    const [open] = before.alerts
    expect(asked).toEqual([[aConcernId(1)]])
    expect(merged).toMatchObject({
      alerts: [],
      merged: [
        { alertId: open?.alertId, version: 2, furtherNotices: [{ concernId: aConcernId(4) }] },
      ],
      assessment: { alertIds: [], mergedInto: [open?.alertId] },
    })
  })

  it('is an alert of its own where the first has been decided', async () => {
    const plan = await planOf(second, [await told()])
    const { merged, asked } = await merging(plan, second, 'DECIDED')
    expect(asked).toEqual([[aConcernId(1)]])
    expect(plan.assessment.alertIds).toEqual([anId(9)])
    expect(merged).toStrictEqual(plan)
  })

  it.each<[string, Partial<Notification>]>([
    ['another agency', { agency: 'other' }],
    ['the same concern', { concernId: aConcernId(4) }],
    ['more than three days ago', { recordedAt: '2026-11-20T09:59:59.999Z' }],
  ])('is not looked for where what was told is of %s', async (_, change) => {
    const plan = await planOf(second, [await told(change)])
    const { merged, asked } = await merging(plan)
    expect([merged, asked]).toEqual([plan, []])
  })

  it('is looked for up to three days back, to the millisecond', async () => {
    const plan = await planOf(second, [await told({ recordedAt: '2026-11-20T10:00:00.000Z' })])
    expect((await merging(plan)).asked).toEqual([[aConcernId(1)]])
  })

  it('is looked for among the ten newest, each once', async () => {
    const notification = await told()
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...notification,
      concernId: aConcernId(20 + at),
    }))
    const { asked } = await merging(await planOf(second, [...many, ...many]))
    expect(asked).toEqual([many.slice(2).map(({ concernId }) => concernId)])
  })

  it('is not looked for without a stated date, or where nobody is told', async () => {
    const notifications = [await told()]
    const dateless = aStoredConcern({ concernId: aConcernId(4) })
    expect((await merging(await planOf(dateless, notifications), dateless)).asked).toEqual([])
    const silent = { ...(await planOf(second, notifications)), alerts: [] }
    expect((await merging(silent)).asked).toEqual([])
  })
})
