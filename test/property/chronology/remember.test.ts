import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { accumulation } from '../../../shared/chronology/accumulation.ts'
import type { Chronology, Notification } from '../../../shared/chronology/notification.ts'
import { remember } from '../../../shared/chronology/remember.ts'
import type { Factor } from '../../../shared/codes/factors.ts'
import type { HarmLevel } from '../../../shared/codes/harm-levels.ts'
import { childIdSchema, concernIdSchema } from '../../../shared/kernel/ids.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'
import { runs } from '../../builders/runs.ts'

const end = Date.parse('2026-11-23T10:00:00Z')
const hour = 60 * 60 * 1000
const sent = fc.record({
  hoursLater: fc.oneof(fc.constant(1), fc.nat({ max: 60 })),
  agency: fc.constantFrom('one', 'two', 'three'),
  factor: fc.constantFrom<Factor>('16A', '16A', '16A', '2B', '4B', '3B'),
  stated: fc.constantFrom('one person', 'one person', 'another'),
  harm: fc.constantFrom<HarmLevel>('H0', 'H1', 'H1', 'H2'),
  counts: fc.boolean(),
  correctsBefore: fc.option(fc.nat({ max: 5 }), { freq: 20 }),
})

/** One agency that sends again and again, of one thing: what would push all else out of a head that kept the newest. */
const flood = fc.record({
  hoursLater: fc.nat({ max: 1 }),
  agency: fc.constant('one'),
  factor: fc.constantFrom<Factor>('16A', '16A', '2B'),
  stated: fc.constant('one person'),
  harm: fc.constantFrom<HarmLevel>('H0', 'H1', 'H2'),
  counts: fc.boolean(),
  correctsBefore: fc.constant(null),
})
const notifications = fc
  .tuple(
    fc.array(sent, { minLength: 2, maxLength: 12 }),
    fc.array(flood, { minLength: 200, maxLength: 260 }),
    fc.array(sent, { minLength: 1, maxLength: 3 }),
  )
  .map((parts) => parts.flat())
type Sent = typeof sent extends fc.Arbitrary<infer Value> ? Value : never

/** More than a head keeps, oldest first, the last one now. */
const notificationsOf = (many: readonly Sent[]): Notification[] => {
  const total = many.reduce((sum, { hoursLater }) => sum + hoursLater, 0)
  let at = end - total * hour
  const made: Notification[] = []
  for (const [index, sending] of many.entries()) {
    const { hoursLater, agency, factor, correctsBefore, stated, harm, counts } = sending
    at += hoursLater * hour
    const recordedAt = new Date(at).toISOString()
    const random = Uint8Array.from({ length: 16 }, (_, byte) =>
      byte < 14 ? 1 : index >> (8 * (15 - byte)),
    )
    const corrected = correctsBefore === null ? undefined : made.at(-1 - correctsBefore)
    made.push({
      concernId: concernIdSchema.parse(uuidV7(new Date(at), random)),
      eventOn: recordedAt.slice(0, 10),
      recordedAt,
      agency,
      agencyName: agency,
      stated,
      factors: [factor],
      harm,
      protects: factor === '3B',
      isHighRisk: false,
      counts,
      ...(corrected?.agency === agency && { corrects: corrected.concernId }),
    })
  }
  return made
}

const oneSent: Sent = {
  hoursLater: 1,
  agency: 'one',
  factor: '2B',
  stated: 'one person',
  harm: 'H1',
  counts: false,
  correctsBefore: null,
}

const childId = childIdSchema.parse(`${westmarch}.C1`)
const rememberAll = (all: readonly Notification[]): Chronology => {
  let head: Chronology = { childId, version: 0, notifications: [] }
  for (const one of all) head = remember(head, one, new Date(one.recordedAt)) ?? head
  return head
}

describe('the head of a chronology', () => {
  it('is bounded, and accumulation says of it what it says of everything', () => {
    fc.assert(
      fc.property(notifications, (many) => {
        const all = notificationsOf(many)
        const current = all.at(-1)
        if (current === undefined) return
        const head = rememberAll(all.slice(0, -1))
        expect(head.notifications.length).toBeLessThanOrEqual(270)
        const now = new Date(current.recordedAt)
        const { combination, threeInThree } = accumulation(all.slice(0, -1), current, now)
        expect(accumulation(head.notifications, current, now)).toMatchObject({
          combination,
          threeInThree,
        })
      }),
      runs(40),
    )
    expect(true).toBe(true)
  })

  it('takes a concern once', () => {
    const [one] = notificationsOf([oneSent])
    if (one === undefined) throw new Error('nothing was made')
    const head = rememberAll([one])
    expect(head).toMatchObject({ version: 1, notifications: [one] })
    expect(remember(head, one, new Date(end))).toBeUndefined()
  })

  it('lets go what is older than the twenty-four months for which a concern protects', () => {
    const [old, next] = notificationsOf([
      oneSent,
      { ...oneSent, hoursLater: 24 * 740, factor: '4B' },
    ])
    if (old === undefined || next === undefined) throw new Error('nothing was made')
    expect(rememberAll([old, next]).notifications).toEqual([next])
  })
})
