import { describe, expect, it } from 'vitest'
import type { PastBound } from '../../../shared/casework/bounds.ts'
import { pastBoundMessages } from '../../../shared/casework/past-bound-message.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const morning = new Date('2026-11-24T10:00:00Z')
const night = new Date('2026-11-24T03:00:00Z')
const past = (change: Partial<PastBound> = {}): PastBound => ({
  kind: 'assessment',
  ids: {},
  urgency: 'routine',
  since: '2026-11-23T09:00:00.000Z',
  ...change,
})
const immediate = past({ urgency: 'immediate' })

describe('the message of what has passed its bound', () => {
  it.each([
    ['nothing where nothing has', [], morning, []],
    ['one of the most urgent', [past({ urgency: 'today' }), past()], morning, ['today']],
    [
      'one more of immediate danger',
      [immediate, immediate, past()],
      morning,
      ['immediate', 'routine'],
    ],
    ['immediate danger alone before nine', [immediate, past()], night, ['immediate']],
    [
      'nothing that is a reader’s or a keeper’s',
      [past({ kind: 'unread' }), past({ kind: 'expiry' })],
      morning,
      [],
    ],
    [
      'nothing of what cannot be told to the lead',
      [past({ kind: 'relay', ids: { to: 'escalations-partnership' } })],
      morning,
      [],
    ],
  ] as const)('is %s', (...[, rows, now, urgencies]) => {
    const messages = pastBoundMessages(rows, now)
    expect(messages.map(({ urgency }) => urgency)).toEqual(urgencies)
    for (const { to } of messages) expect(to).toBe('escalations-partnership')
  })

  it('is the same all day, and another the next', () => {
    const idAt = (at: string) => pastBoundMessages([past()], new Date(at))[0]?.recordId
    expect(idAt('2026-11-24T23:00:00Z')).toBe(idAt('2026-11-24T09:00:00Z'))
    expect(idAt('2026-11-25T09:00:00Z')).not.toBe(idAt('2026-11-24T09:00:00Z'))
    const [danger, other] = pastBoundMessages([immediate, past()], morning)
    expect(danger?.recordId).not.toBe(other?.recordId)
  })

  it('leaves once a day for the partnership lead, and names no concern', async () => {
    const hub = await startInMemoryHub()
    const concern = aConcern({ harm: 'H4', phoneCallMade: { made: true } })
    const id = concernIdIn(await callsOf(hub).submit('one-key-for-each-concern', concern))
    hub.advance(6 * 60_000)
    const written = async () =>
      (await hub.rows('casework')).filter((row) => JSON.stringify(row).includes('row.overdue'))
    for (const expected of [1, 1, 2]) {
      await hub.measure()
      await hub.measure()
      expect(await written()).toHaveLength(expected)
      hub.advance(expected * 11 * 60 * 60_000)
    }
    await hub.settle()
    const told = hub.published.filter(({ message }) => message.includes('row.overdue'))
    expect(told).toHaveLength(2)
    expect(told[0]?.queue).toContain('escalations-partnership')
    expect(told[0]?.message).toContain('"kind":"assessment","urgency":"immediate"')
    expect(JSON.stringify(told)).not.toContain(id)
  })
})
