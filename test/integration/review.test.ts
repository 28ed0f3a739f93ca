import { describe, expect, it } from 'vitest'
import { aChild, anAdult } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { northmoorReviewer, reviewLead, westmarchReviewer } from '../builders/clients.ts'
import { allRows, auditEntries, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { type InProcessHub, startInProcessHub } from './in-process-hub.ts'

const key = 'one-key-for-each-concern'
const refused = aConcern({ consent: { status: 'REFUSED', decidedOn: '2026-11-20' } })
const someoneLikeHer = (harm: 'H1' | 'H2' | 'H3') =>
  aConcern({
    harm,
    phoneCallMade: { made: true },
    subject: {
      names: [{ given: 'Marta', family: 'Quillfeather' }],
      dateOfBirth: '1991',
      relationshipToChild: 'UNKNOWN',
      contactLevel: 'UNKNOWN',
    },
    children: [],
    whyChildrenUnknown: 'She did not say.',
  })

const aHub = async (concern = refused) => {
  const hub = await startInProcessHub('review')
  const calls = callsOf(hub)
  await calls.putChild('C1')
  const concernId = concernIdIn(await calls.submit(key, concern))
  await hub.settle()
  return { hub, calls, concernId }
}

const stored = async (hub: InProcessHub, concernId: string) =>
  (await allRows(hub, 'casework')).find(
    ({ pk, sk }) => pk === `CONCERN#${concernId}` && sk === 'CONCERN',
  )?.['stored'] as { state: string; reviewId?: string }

const alertRows = async (hub: InProcessHub) =>
  (await allRows(hub, 'casework'))
    .filter(({ sk }) => sk === 'ALERT')
    .map((row) => row['alert'] as { kind: string; rule: string; content: { children: unknown[] } })

const theReview = async (calls: ReturnType<typeof callsOf>, caller = westmarchReviewer) =>
  (await calls.listReviews(caller))[0] ?? { reviewId: '', version: 0, kind: '' }

describe('a refusal of consent', () => {
  it('is a review of the authority that answers for the child, with what may be disclosed', async () => {
    const { calls } = await aHub()
    const listed = await theReview(calls)
    expect(listed).toMatchObject({ kind: 'refused-consent', rule: 'R12', state: 'OPEN' })
    const read = await calls.readReview(listed.reviewId)
    expect(read.status).toBe(200)
    expect(read.headers['ETag']).toBe('"1"')
    expect(read.body).toMatchObject({
      verdicts: ['SHARE_MINIMAL', 'HOLD'],
      content: { consentStatus: 'REFUSED', children: [{ childId: 'E06000991.C1' }] },
    })
  })

  it('is overridden by a person: the least goes at once, and the reason is kept', async () => {
    const { hub, calls, concernId } = await aHub()
    const { reviewId } = await theReview(calls)
    const reply = await calls.decideReview(reviewId, aVerdict('SHARE_MINIMAL'))
    expect([reply.status, reply.body]).toMatchObject([200, { state: 'DECIDED', version: 2 }])
    expect((await stored(hub, concernId)).state).toBe('ALERTED')
    const [alert, ...others] = await alertRows(hub)
    expect(others).toEqual([])
    expect(alert).toMatchObject({ kind: 'matched', rule: 'R12' })
    expect(alert?.content).not.toHaveProperty('narrative')
    expect(await calls.listReviews()).toEqual([])
    const decided = (await auditEntries(hub)).find(({ action }) => action === 'REVIEW_DECIDED')
    expect(decided?.subjects).toContain(reviewId)
    expect(decided?.codes).toMatchObject({ decision: 'SHARE_MINIMAL' })
    expect(JSON.stringify(await auditEntries(hub))).not.toContain('outweighs')
  })

  it('stands when a person says so, and the clock leaves it alone', async () => {
    const { hub, calls, concernId } = await aHub()
    const { reviewId } = await theReview(calls)
    expect((await calls.decideReview(reviewId, aVerdict('HOLD'))).status).toBe(200)
    hub.advance(72 * 60 * 60 * 1000)
    await hub.settle()
    expect((await stored(hub, concernId)).state).toBe('HELD')
    expect(await alertRows(hub)).toEqual([])
  })

  it('is decided once: the second answer, and one after the clock’s, are told so', async () => {
    const { hub, calls } = await aHub()
    const { reviewId } = await theReview(calls)
    const replies = await Promise.all([
      calls.decideReview(reviewId, aVerdict('SHARE_MINIMAL')),
      calls.decideReview(reviewId, aVerdict('HOLD')),
    ])
    const statuses = replies.map(({ status }) => status).toSorted()
    expect(statuses[0]).toBe(200)
    expect([409, 412]).toContain(statuses[1])
    expect((await calls.decideReview(reviewId, aVerdict('HOLD'), { version: 2 })).status).toBe(409)
    expect(
      (await auditEntries(hub)).filter(({ action }) => action === 'REVIEW_DECIDED'),
    ).toHaveLength(1)
    const lapsed = await aHub()
    const late = await theReview(lapsed.calls)
    lapsed.hub.advance(72 * 60 * 60 * 1000)
    await lapsed.hub.settle()
    expect(
      (await lapsed.calls.decideReview(late.reviewId, aVerdict('HOLD'), { version: 2 })).status,
    ).toBe(409)
  })

  it.each([
    [
      'a verdict that the question does not have',
      aVerdict('IDENTIFIED', { adultIds: ['E06000991.A1001'] }),
      '/verdict',
    ],
    ['a reason of no substance', aVerdict('HOLD', { reason: 'No.' }), '/reason'],
    ['a person related to the family', aVerdict('HOLD', { notRelated: false }), '/notRelated'],
    ['no person', { ...aVerdict('HOLD'), practitioner: undefined }, '/practitioner'],
    [
      'adults beside a verdict about sharing',
      aVerdict('HOLD', { adultIds: ['E06000991.A1001'] }),
      '/verdict',
    ],
  ])('is not settled by %s', async (_, body, pointer) => {
    const { calls } = await aHub()
    const { reviewId } = await theReview(calls)
    const reply = await calls.decideReview(reviewId, body)
    expect([reply.status, reply.body]).toMatchObject([400, { errors: [{ pointer }] }])
    expect((await theReview(calls)).version).toBe(1)
  })

  it('is nobody else’s to see or to answer', async () => {
    const { hub, calls } = await aHub()
    const { reviewId } = await theReview(calls)
    expect((await calls.readReview(reviewId, northmoorReviewer)).status).toBe(404)
    const tried = await calls.decideReview(reviewId, aVerdict('HOLD'), {
      caller: northmoorReviewer,
    })
    expect(tried.status).toBe(404)
    const refusals = (await auditEntries(hub)).filter(({ action }) => action === 'ACCESS_REFUSED')
    expect(refusals).toHaveLength(2)
  })

  it('is not decided by the service that sent it', async () => {
    const { calls } = await aHub()
    const { reviewId } = await theReview(calls)
    const colleague = { ...westmarchReviewer, agency: 'turning-tide' }
    expect(
      (await calls.decideReview(reviewId, aVerdict('HOLD'), { caller: colleague })).status,
    ).toBe(403)
  })
})

describe('somebody who may be the adult on the register', () => {
  it('is asked of that register, shown as levels and bits without a value of anybody’s record', async () => {
    const { calls } = await aHub(someoneLikeHer('H2'))
    const listed = await theReview(calls)
    expect(listed).toMatchObject({ kind: 'identity', rule: 'R8' })
    const { body } = await calls.readReview(listed.reviewId)
    expect(body).toMatchObject({
      verdicts: ['IDENTIFIED', 'NOT_IDENTIFIED'],
      people: [{ adultId: 'E06000991.A1001' }],
      content: { children: [] },
    })
    expect(JSON.stringify((body as { people: unknown }).people)).not.toMatch(/Tannery|1991-04-17/)
  })

  it('once identified, is decided on as if found at once: the children are told of', async () => {
    const { hub, calls, concernId } = await aHub(someoneLikeHer('H2'))
    const { reviewId } = await theReview(calls)
    const reply = await calls.decideReview(
      reviewId,
      aVerdict('IDENTIFIED', { adultIds: ['E06000991.A1001'] }),
    )
    expect(reply.status).toBe(200)
    expect((await stored(hub, concernId)).state).toBe('ALERTED')
    expect(await alertRows(hub)).toMatchObject([
      { kind: 'matched', rule: 'R10', content: { children: [{ childId: 'E06000991.C1' }] } },
    ])
    const chronology = (await allRows(hub, 'casework')).find(({ sk }) => sk === 'CHRONOLOGY')
    expect(chronology?.['chronology']).toMatchObject({ notifications: [{ concernId }] })
  })

  it('who is nobody there, is decided on as not found', async () => {
    const { hub, calls } = await aHub(someoneLikeHer('H2'))
    const { reviewId } = await theReview(calls)
    await calls.decideReview(reviewId, aVerdict('NOT_IDENTIFIED'))
    expect(await alertRows(hub)).toMatchObject([
      { kind: 'unmatched', rule: 'R10', content: { children: [] } },
    ])
  })

  it('at H3 was told of without identity at once, and is told of again only by name', async () => {
    const { hub, calls } = await aHub(someoneLikeHer('H3'))
    const { reviewId } = await theReview(calls)
    await calls.decideReview(reviewId, aVerdict('IDENTIFIED', { adultIds: ['E06000991.A1001'] }))
    expect((await alertRows(hub)).map(({ kind }) => kind).toSorted()).toEqual([
      'matched',
      'unmatched',
    ])
    const other = await aHub(someoneLikeHer('H3'))
    const review = await theReview(other.calls)
    await other.calls.decideReview(review.reviewId, aVerdict('NOT_IDENTIFIED'))
    expect((await alertRows(other.hub)).map(({ kind }) => kind)).toEqual(['unmatched'])
  })

  it('may be an adult whom the search had not found, but only one that is on the register', async () => {
    const { calls } = await aHub(someoneLikeHer('H2'))
    await calls.putChild(
      'C2',
      aChild({ adults: [anAdult({ id: 'A2002', names: [{ given: 'Una', family: 'Wren' }] })] }),
    )
    const { reviewId } = await theReview(calls)
    const unknown = await calls.decideReview(
      reviewId,
      aVerdict('IDENTIFIED', { adultIds: ['E06000991.A9'] }),
    )
    expect([unknown.status, unknown.body]).toMatchObject([
      400,
      { errors: [{ pointer: '/adultIds' }] },
    ])
    const foreign = await calls.decideReview(
      reviewId,
      aVerdict('IDENTIFIED', { adultIds: ['E08000992.A1'] }),
    )
    expect(foreign.status).toBe(400)
    const found = await calls.decideReview(
      reviewId,
      aVerdict('IDENTIFIED', { adultIds: ['E06000991.A2002'] }),
    )
    expect(found.status).toBe(200)
  })
})

describe('a family whose address is protected', () => {
  const protectedFamily = { ...refused, flags: ['RESTRICTED_ADDRESS' as const] }

  it('takes two people: the first proposes, the second agrees', async () => {
    const { hub, calls, concernId } = await aHub(protectedFamily)
    const { reviewId } = await theReview(calls)
    const first = await calls.decideReview(reviewId, aVerdict('SHARE_MINIMAL'))
    expect(first.body).toMatchObject({ state: 'PROPOSED', version: 2 })
    const again = await calls.decideReview(reviewId, aVerdict('SHARE_MINIMAL'), { version: 2 })
    expect(again.body).toMatchObject({ state: 'PROPOSED', version: 3 })
    const other = aVerdict('HOLD', { practitioner: 'W-0200' })
    const differs = await calls.decideReview(reviewId, other, { version: 3 })
    expect(differs.body).toMatchObject({ state: 'PROPOSED', version: 4 })
    const agrees = await calls.decideReview(reviewId, aVerdict('HOLD'), { version: 4 })
    expect(agrees.body).toMatchObject({ state: 'DECIDED', version: 5 })
    expect((await stored(hub, concernId)).state).toBe('HELD')
  })

  it('shows the reviewer no place', async () => {
    const { calls } = await aHub(protectedFamily)
    const { reviewId } = await theReview(calls)
    expect(JSON.stringify(await calls.readReview(reviewId))).not.toMatch(/Tannery|WM1 4AB/)
  })
})

describe('a review that passed unanswered', () => {
  const wrongTick = aConcern({ purpose: 'other', harm: 'H3', phoneCallMade: { made: true } })

  it('passes to the lead, and to nobody else', async () => {
    const { hub, calls, concernId } = await aHub(wrongTick)
    const first = await theReview(calls)
    hub.advance(24 * 60 * 60 * 1000)
    await hub.settle()
    const passed = await theReview(calls)
    expect(passed.reviewId).not.toBe(first.reviewId)
    expect(passed).toMatchObject({ forLead: true })
    expect((await calls.decideReview(passed.reviewId, aVerdict('SHARE'))).status).toBe(403)
    const lead = await calls.decideReview(passed.reviewId, aVerdict('SHARE'), {
      caller: reviewLead,
    })
    expect(lead.status).toBe(200)
    expect((await stored(hub, concernId)).state).toBe('ALERTED')
  })
})

describe('a family known to two authorities', () => {
  const elsewhere = aChild({
    authority: 'E08000992',
    adults: [anAdult({ id: 'N7', dateOfBirth: '1991-09-30', addresses: [] })],
  })

  it('is asked of one register after the other, and what the first said is kept', async () => {
    const hub = await startInProcessHub('review')
    const calls = callsOf(hub)
    await calls.putChild('C1')
    await calls.putChild('N1', elsewhere, {
      ...northmoorReviewer,
      role: 'register-manager',
      scopes: ['register.write'],
    })
    const concernId = concernIdIn(await calls.submit(key, someoneLikeHer('H2')))
    await hub.settle()
    const firstOwner =
      (await calls.listReviews()).length === 1 ? westmarchReviewer : northmoorReviewer
    const first = await theReview(calls, firstOwner)
    const seen = (await calls.readReview(first.reviewId, firstOwner)).body as {
      people: { adultId: string }[]
    }
    expect(seen.people).toHaveLength(1)
    const ownId = seen.people[0]?.adultId ?? ''
    await calls.decideReview(first.reviewId, aVerdict('IDENTIFIED', { adultIds: [ownId] }), {
      caller: firstOwner,
    })
    expect((await stored(hub, concernId)).state).toBe('IN_REVIEW')
    const secondOwner = firstOwner === westmarchReviewer ? northmoorReviewer : westmarchReviewer
    const second = await theReview(calls, secondOwner)
    await calls.decideReview(second.reviewId, aVerdict('NOT_IDENTIFIED'), { caller: secondOwner })
    expect((await stored(hub, concernId)).state).toBe('ALERTED')
    expect(await alertRows(hub)).toMatchObject([{ kind: 'matched' }])
  })
})

describe('a model on trial', () => {
  it('matches nobody by itself until people have confirmed as many as are needed, in a row', async () => {
    const hub = await startInProcessHub('review', { needed: 2, authorities: ['E06000991'] })
    const calls = callsOf(hub)
    await calls.putChild('C1')
    const ask = async (at: number, answer: 'IDENTIFIED' | 'NOT_IDENTIFIED') => {
      await calls.submit(`${key}-${at}`, aConcern())
      await hub.settle()
      const review = await theReview(calls)
      expect(review.kind).toBe('identity')
      const adultIds = answer === 'IDENTIFIED' ? { adultIds: ['E06000991.A1001'] } : {}
      const reply = await calls.decideReview(review.reviewId, aVerdict(answer, adultIds))
      expect(reply.status).toBe(200)
    }
    await ask(1, 'IDENTIFIED')
    await ask(2, 'NOT_IDENTIFIED')
    await ask(3, 'IDENTIFIED')
    await ask(4, 'IDENTIFIED')
    await calls.submit(`${key}-5`, aConcern())
    await hub.settle()
    expect(await calls.listReviews()).toEqual([])
    const trial = (await allRows(hub, 'casework')).find(({ sk }) => sk === 'TRIAL')
    expect(trial).toMatchObject({ confirmed: 3, refuted: 1, confirmedInRow: 2 })
  })
})
