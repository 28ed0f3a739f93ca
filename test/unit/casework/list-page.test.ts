import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import type { Position } from '../../../shared/casework/cursors.ts'
import { listAlerts } from '../../../shared/casework/list-alerts.ts'
import type { ListInput, ReadList } from '../../../shared/casework/list-page.ts'
import { listReviews } from '../../../shared/casework/list-reviews.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { aReview } from '../../builders/a-review.ts'
import { aListedAlert } from '../../builders/an-alert.ts'
import {
  auditor,
  drugServiceLead,
  partnershipLead,
  reviewLead,
  westmarch,
} from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

const aList = <Item>(items: readonly Item[], next?: Position) => {
  const trace = aTrace()
  const asked: Parameters<ReadList<Item>>[] = []
  const deps = {
    ...trace.recording,
    readAlerts: trace.port('readAlerts', () => []),
    readConcerns: trace.port('readConcerns', () => []),
    readAssessments: trace.port('readAssessments', () => []),
    adoptedAmong: trace.port('adoptedAmong', () => new Set<string>()),
    list: trace.port<
      Parameters<ReadList<Item>>,
      { items: readonly Item[]; next: Position | undefined }
    >('list', (...question) => {
      asked.push(question)
      return { items, next }
    }),
    cursors: {
      seal: trace.port('seal', (position: unknown, context: string) =>
        JSON.stringify({ position, context }),
      ),
      open: trace.port(
        'open',
        (cursor: string, context: string): Position => ({ cursor, context }),
      ),
    },
  }
  return { deps, asked, ...trace }
}
const input = (change: Partial<ListInput> = {}): ListInput => ({
  by: byOf(westmarch),
  state: 'open',
  limit: 25,
  ...change,
})

describe('a list', () => {
  it('is read for the caller’s authority, recorded, then answered', async () => {
    const { deps, asked, done, said } = aList([aListedAlert()])
    expect(await listAlerts(input(), deps)).toEqual({
      items: [{ ...aListedAlert(), isOverdue: false }],
      next: undefined,
    })
    expect(asked).toEqual([
      [
        { owner: { authority: westmarchCode }, isOpen: true, isLead: false },
        { limit: 25, after: undefined },
      ],
    ])
    expect(done).toEqual(['list', 'record'])
    expect(said()).toEqual([
      saidOf(westmarch, 'ALERTS_LISTED', {
        subjects: ['westmarch-case-system'],
        codes: { state: 'open', count: '1' },
      }),
    ])
  })

  it('is of what is closed when that is asked', async () => {
    const { deps, asked, said } = aList([aReview(), aReview()])
    await listReviews(input({ state: 'closed', limit: 2 }), deps)
    expect(asked).toEqual([
      [
        { owner: { authority: westmarchCode }, isOpen: false, isLead: false },
        { limit: 2, after: undefined },
      ],
    ])
    expect(said()).toEqual([
      saidOf(westmarch, 'REVIEWS_LISTED', {
        subjects: ['westmarch-case-system'],
        codes: { state: 'closed', count: '2' },
      }),
    ])
  })

  it('goes on where its cursor says, which is good for this caller, list and state only', async () => {
    const { deps, asked, done } = aList([aListedAlert()], { pk: 'there' })
    const { next } = await listAlerts(input({ state: 'closed', cursor: 'here' }), deps)
    const context = 'westmarch-case-system|alerts|closed'
    expect(asked[0]?.[1].after).toEqual({ cursor: 'here', context })
    expect(next).toBe(JSON.stringify({ position: { pk: 'there' }, context }))
    expect(done).toEqual(['open', 'list', 'record', 'seal'])
  })

  it('of reviews has cursors of its own', async () => {
    const { deps } = aList([aReview()], { pk: 'there' })
    const { next } = await listReviews(input(), deps)
    expect(next).toContain('westmarch-case-system|reviews|open')
  })

  it('reads nothing for a cursor that was made for something else', async () => {
    const { deps, done } = aList([aListedAlert()])
    const open = () => Promise.reject(new HubError('request-invalid', 'not yours'))
    const foreign = { ...deps, cursors: { ...deps.cursors, open } }
    await expect(listAlerts(input({ cursor: 'here' }), foreign)).rejects.toThrow('not yours')
    expect(done).toEqual([])
  })

  it('is of no authority for a caller who has none', async () => {
    const { deps, asked } = aList([])
    await listAlerts(input({ by: byOf(auditor) }), deps)
    expect(asked[0]?.[0].owner).toEqual({})
  })

  it.each([
    [drugServiceLead, { agency: 'turning-tide' }, false],
    [reviewLead, { authority: westmarchCode }, true],
    [partnershipLead, { authority: 'HOLDING' }, true],
  ])(
    'is of $clientId’s own, with what is the lead’s alone for a lead',
    async (caller, owner, isLead) => {
      const { deps, asked } = aList([])
      await listReviews(input({ by: byOf(caller) }), deps)
      expect(asked[0]?.[0]).toEqual({ owner, isOpen: true, isLead })
    },
  )
})
