import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { aChild, anAdult } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import {
  drugService,
  drugServiceLead,
  northmoorReviewer,
  otherServiceLead,
  partnershipLead,
  reviewLead,
  westmarchReviewer,
} from '../builders/clients.ts'
import { allRows, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const key = 'one-key-for-each-concern'
const hours = 60 * 60 * 1000
const refused = {
  consent: { status: 'REFUSED' },
  whyOverridden: 'The child is alone with him at night.',
} as const

/** A child known to nobody's plan, so that the table asks about a refusal and nothing is shared meanwhile. */
const known = aChild({ status: { code: 'EARLY_HELP', from: '2026-03-02' } })

const told = async (
  change: Parameters<typeof aConcern>[0],
  { child = known, trial }: { readonly child?: typeof known | null; readonly trial?: number } = {},
) => {
  const hub = await startCaseworkHub('review', {
    needed: trial ?? 0,
    authorities: [westmarch],
  })
  const calls = callsOf(hub)
  if (child !== null) await calls.putChild('C1', child)
  const concernId = concernIdIn(await calls.submit(key, aConcern(change)))
  await hub.settle()
  return { hub, calls, concernId }
}

const alertsOf = async (hub: TestHub) =>
  (await allRows(hub, 'casework')).flatMap(({ sk, alert }) => (sk === 'ALERT' ? [alert] : []))
const queuesOf = (hub: TestHub): string[] => hub.published.map(({ queue }) => queue)

describe('a refusal of consent', () => {
  it('is asked of the sender’s lead, who is told by message, and shares nothing meanwhile', async () => {
    const { hub, calls } = await told(refused)
    const [review] = await calls.listReviews(drugServiceLead)
    expect(review).toMatchObject({ kind: 'refused-consent', asked: 'sender-lead', rule: 'R12' })
    expect(queuesOf(hub)).toEqual(['escalations-turning-tide'])
    expect(await alertsOf(hub)).toEqual([])
  })

  it('reads the same for a known family and an unknown one', async () => {
    const [there, nobody] = [await told(refused), await told(refused, { child: null })]
    const read = async ({ calls }: typeof there) => {
      const [review] = await calls.listReviews(drugServiceLead)
      const { reviewId = '', version, kind } = review ?? {}
      const { status, headers, body } = await calls.readReview(reviewId, drugServiceLead)
      const { reviewId: _, ...shown } = body as { reviewId: string }
      return { listed: [version, kind], status, headers, shown }
    }
    expect(await read(there)).toEqual(await read(nobody))
  })

  it('is overridden by a person: the least goes at once', async () => {
    const { hub, calls } = await told(refused)
    const [review] = await calls.listReviews(drugServiceLead)
    const id = review?.reviewId ?? ''
    const decided = await calls.decideReview(id, aVerdict('SHARE_MINIMAL'), {
      caller: drugServiceLead,
    })
    expect(decided.status).toBe(200)
    await hub.settle()
    expect(await alertsOf(hub)).toMatchObject([{ decision: 'SHARE_MINIMAL', rule: 'R12' }])
    expect(await calls.listReviews(drugServiceLead)).toEqual([])
    const again = await calls.decideReview(id, aVerdict('HOLD'), {
      caller: drugServiceLead,
      version: 3,
    })
    expect(again.status).toBe(409)
  })

  it('stands when a person says so, and the clock leaves it alone', async () => {
    const { hub, calls } = await told(refused)
    const [review] = await calls.listReviews(drugServiceLead)
    await calls.decideReview(review?.reviewId ?? '', aVerdict('HOLD'), { caller: drugServiceLead })
    hub.advance(96 * hours)
    await hub.settle()
    expect(await alertsOf(hub)).toEqual([])
  })

  it('that nobody answers is shared by the clock, with the least that serves', async () => {
    const { hub, calls } = await told(refused)
    hub.advance(48 * hours)
    await hub.settle()
    expect(await alertsOf(hub)).toMatchObject([{ decision: 'SHARE_MINIMAL' }])
    expect(await calls.listReviews(drugServiceLead)).toEqual([])
  })

  it.each([otherServiceLead, westmarchReviewer, reviewLead, partnershipLead])(
    'is not $clientId’s to see or to answer',
    async (caller) => {
      const { calls } = await told(refused)
      const [review] = await calls.listReviews(drugServiceLead)
      const id = review?.reviewId ?? ''
      expect(await calls.listReviews(caller)).toEqual([])
      expect((await calls.readReview(id, caller)).status).toBe(404)
      expect((await calls.decideReview(id, aVerdict('HOLD'), { caller })).status).toBe(404)
    },
  )

  it('is not decided by whoever sent it', async () => {
    const { calls } = await told(refused)
    const [review] = await calls.listReviews(drugServiceLead)
    const caller = { ...drugServiceLead, clientId: drugService.clientId }
    const reply = await calls.decideReview(review?.reviewId ?? '', aVerdict('HOLD'), { caller })
    expect(reply.status).toBe(403)
  })

  it.each([
    ['a verdict that the question does not have', aVerdict('NOBODY')],
    ['a reason of no substance', { ...aVerdict('HOLD'), reason: 'No.' }],
    ['a person related to the family', { ...aVerdict('HOLD'), notRelated: false }],
  ])('is not settled by %s', async (_, verdict) => {
    const { calls } = await told(refused)
    const [review] = await calls.listReviews(drugServiceLead)
    const caller = drugServiceLead
    const reply = await calls.decideReview(review?.reviewId ?? '', verdict, { caller })
    expect(reply.status).toBe(400)
  })
})

/** She has the same name and date of birth, and lives elsewhere. */
const perhaps = aChild({
  name: { given: 'Ivo', family: 'Quillfeather' },
  dateOfBirth: '2014-09-09',
  addresses: [],
  adults: [anAdult({ dateOfBirth: '1991-04-18', addresses: [] })],
})

describe('somebody who may be a person on the register', () => {
  it('is asked of that council while the alert is under way, without a value of anybody’s record', async () => {
    const { hub, calls } = await told({ harm: 'H3' }, { trial: 5 })
    expect(await alertsOf(hub)).toHaveLength(1)
    const reviews = await calls.listReviews(westmarchReviewer)
    expect(reviews.length).toBeGreaterThan(0)
    expect(reviews.map(({ kind }) => kind)).toEqual(reviews.map(() => 'identity'))
    const read = await calls.readReview(reviews[0]?.reviewId ?? '', westmarchReviewer)
    expect(read.status).toBe(200)
    const { people, content } = read.body as {
      people: { posterior: unknown }[]
      content: object
    }
    expect(people.map(({ posterior }) => typeof posterior)).toEqual(['number'])
    expect(JSON.stringify(people)).not.toMatch(/Quillfeather|Tannery|1991/)
    for (const field of ['reason', 'narrative']) expect(content).not.toHaveProperty(field)
    expect((await calls.readReview(reviews[0]?.reviewId ?? '', northmoorReviewer)).status).toBe(404)
  })

  it('once identified joins the children, and the alert has its next version', async () => {
    const { hub, calls } = await told({ harm: 'H3' }, { trial: 5 })
    const reviews = await calls.listReviews(westmarchReviewer)
    for (const { reviewId } of reviews) {
      const read = await calls.readReview(reviewId, westmarchReviewer)
      const { people, version } = read.body as { people: { id: string }[]; version: number }
      const verdict = aVerdict('IDENTIFIED', { ids: [people[0]?.id ?? ''] })
      const reply = await calls.decideReview(reviewId, verdict, {
        version,
        caller: westmarchReviewer,
      })
      expect(reply.status).toBe(200)
    }
    expect(await alertsOf(hub)).toMatchObject([{ children: [`${westmarch}.C1`] }])
  })

  it('who is nobody there changes nothing that was told', async () => {
    const { hub, calls } = await told({ harm: 'H3' }, { trial: 5 })
    const before = await alertsOf(hub)
    for (const { reviewId } of await calls.listReviews(westmarchReviewer))
      await calls.decideReview(reviewId, aVerdict('NOBODY'), { caller: westmarchReviewer })
    const [alert] = await alertsOf(hub)
    expect(before).toHaveLength(1)
    expect(alert).toMatchObject({ children: [] })
    expect(await calls.listReviews(westmarchReviewer)).toEqual([])
  })

  it('stays open when nobody says so, and the lead is told each working day', async () => {
    const { hub, calls } = await told({}, { child: perhaps, trial: 5 })
    const open = await calls.listReviews(westmarchReviewer)
    expect(open.length).toBeGreaterThan(0)
    hub.advance(48 * hours)
    await hub.settle()
    hub.advance(48 * hours)
    await hub.settle()
    expect(await calls.listReviews(westmarchReviewer)).toHaveLength(open.length)
    expect(
      queuesOf(hub).filter((queue) => queue === `escalations-${westmarch}`).length,
    ).toBeGreaterThan(1)
  })
})
