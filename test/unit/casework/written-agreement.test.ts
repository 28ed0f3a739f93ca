import { describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import { aChild, closedLongAgo } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import {
  drugService,
  northmoor,
  otherService,
  partnershipLead,
  westmarch,
  westmarchRegister,
} from '../../builders/clients.ts'
import { actionsAbout, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const childId = `${westmarchCode}.C1`
const agreement = {
  id: 'WA-1',
  agreedOn: '2026-11-20',
  endsOn: '2026-12-01',
  what: 'He does not come to 14 Tannery Row. She keeps her appointments.',
  whatFollows: 'A conference.',
} as const
const day = 24 * 60 * 60_000

const known = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  const child = aChild({ status: closedLongAgo })
  await calls.putChild('C1', child)
  const adultId = child.adults[0]?.id ?? ''
  const page = async () =>
    (await calls.chronology(childId)).body as {
      agreements: readonly Readonly<Record<string, unknown>>[]
    }
  const escalated = () =>
    hub.published
      .filter(({ queue }) => queue === `escalations-${westmarchCode}`)
      .map(({ message }) => (JSON.parse(message) as { type: string }).type)
  const wait = async (days: number) => {
    for (let at = 0; at < days * 4; at += 1) {
      hub.advance(day / 4)
      await hub.sweep()
    }
    await hub.settle()
  }
  return { hub, calls, adultId, page, escalated, wait }
}

describe('what a social worker agrees with the parents of a child (F19)', () => {
  it('is watched to its end: reminded, overdue, broken; and a new concern meanwhile goes to a person with it beside it', async () => {
    const { hub, calls, adultId, page, escalated, wait } = await known()
    // The social worker who has the alert writes down what was agreed, with the mother, until Tuesday week.
    expect((await calls.agree(childId, { ...agreement, with: [adultId] })).status).toBe(200)
    expect((await page()).agreements).toMatchObject([
      { ...agreement, with: [adultId], state: 'RUNNING', extendedFrom: [] },
    ])

    // While it runs, what would be held is opened: early help without consent, from another service.
    await wait(1)
    const early = aConcern({ harm: 'H1', consent: { status: 'REFUSED' } })
    const concernId = concernIdIn(await calls.submit('a-concern-meanwhile', early, otherService))
    await hub.settle()
    const [review] = await calls.listReviews(partnershipLead)
    expect(review).toMatchObject({ kind: 'watched' })
    const read = await calls.readReview(review?.reviewId ?? '', partnershipLead)
    expect(read.body).toMatchObject({
      agreements: [{ agreedOn: agreement.agreedOn, endsOn: agreement.endsOn }],
    })
    expect(JSON.stringify(read.body)).not.toMatch(/appointments|does not come|WA-1/)
    // Its sender sees what it would see of anybody.
    expect((await calls.follow(concernId, otherService)).body).toMatchObject({
      status: 'received',
      feedback: [],
    })

    // Suspected harm waits for nobody, and is read with the agreement beside it.
    await calls.submit(
      'suspected-harm-meanwhile',
      aConcern({ harm: 'H3', phoneCallMade: { made: true } }),
    )
    await hub.settle()
    const [grave] = await calls.listAlerts()
    expect((await calls.readAlert(grave?.alertId ?? '')).body).toMatchObject({
      harm: 'H3',
      content: {
        joined: [
          { agreements: [{ id: 'WA-1', with: [adultId], endsOn: '2026-12-01', state: 'RUNNING' }] },
        ],
      },
    })

    // Extended once, a week before: the reminder is of the new day.
    expect((await calls.agree(childId, { ...agreement, endsOn: '2026-12-08' })).status).toBe(200)
    await wait(8)
    expect(escalated().filter((type) => type.includes('agreement'))).toEqual([])
    await wait(11)
    expect(escalated().filter((type) => type.includes('agreement'))).toEqual([
      'uk.safeguarding-hub.agreement.ending.v1',
      'uk.safeguarding-hub.agreement.overdue.v1',
    ])

    // It was not kept. What follows was said beforehand; nobody is told again.
    const broken = { ...agreement, endsOn: '2026-12-08', state: 'BROKEN', decidedOn: '2026-12-10' }
    expect((await calls.agree(childId, broken)).status).toBe(200)
    await wait(5)
    expect(escalated().filter((type) => type.includes('agreement'))).toHaveLength(2)
    expect((await page()).agreements).toMatchObject([
      { id: 'WA-1', state: 'BROKEN', extendedFrom: ['2026-12-01'], with: [adultId] },
    ])
    expect(await actionsAbout(hub, childId)).toMatchObject({
      WRITTEN_AGREEMENT_RECORDED: 3,
      WRITTEN_AGREEMENT_TOLD: 2,
    })
  })

  it.each([
    ['other words', { what: 'Nothing was agreed.' }],
    ['another consequence', { whatFollows: 'Nothing.' }],
    ['an earlier end', { endsOn: '2026-11-25' }],
    ['another beginning', { agreedOn: '2026-11-21' }],
  ])('is never written over, with %s', async (_, change) => {
    const { calls, page } = await known()
    await calls.agree(childId, agreement)
    expect((await calls.agree(childId, { ...agreement, ...change })).status).toBe(409)
    expect((await page()).agreements).toMatchObject([agreement])
  })

  it('once found broken stays so', async () => {
    const { calls, page } = await known()
    await calls.agree(childId, { ...agreement, state: 'BROKEN', decidedOn: '2026-11-22' })
    const kept = { ...agreement, state: 'KEPT', decidedOn: '2026-11-23' }
    expect((await calls.agree(childId, kept)).status).toBe(409)
    expect((await calls.agree(childId, agreement)).status).toBe(409)
    expect((await page()).agreements).toMatchObject([{ state: 'BROKEN' }])
  })

  it('loses none to another, nor anything of the record of the register', async () => {
    const { calls, page } = await known()
    await calls.agree(childId, agreement)
    await calls.agree(childId, { ...agreement, id: 'WA-2', what: 'She sees her midwife.' })
    await calls.putChild('C1', aChild({ status: closedLongAgo }))
    expect((await page()).agreements).toHaveLength(2)
  })

  it('has struck from its words what is protected in the household since', async () => {
    const { calls, page } = await known()
    await calls.agree(childId, agreement)
    await calls.putChild('C1', aChild({ status: closedLongAgo, restricted: { address: true } }))
    const text = JSON.stringify((await page()).agreements)
    expect(text).not.toMatch(/Tannery/i)
    expect(text).toContain('keeps her appointments')
  })

  it('is read by no service, in no answer that it gets', async () => {
    const { hub, calls } = await known()
    await calls.agree(childId, agreement)
    const id = concernIdIn(await calls.submit('one-key-for-each-concern', aConcern()))
    await hub.settle()
    const replies = [await calls.follow(id), await calls.listConcerns()]
    expect(JSON.stringify(replies.map(({ body }) => body))).not.toMatch(/agree|Tannery|WA-1/i)
    for (const { message } of hub.published) expect(message).not.toMatch(/Tannery|appointments/i)
  })

  it.each([
    ['of another authority', northmoor, 404],
    ['that is a service', drugService, 403],
    ['that keeps the register, and has its own way', westmarchRegister, 403],
  ])('is not recorded by a caller %s', async (_, caller, status) => {
    const { calls, page } = await known()
    expect((await calls.agree(childId, agreement, caller)).status).toBe(status)
    expect((await page()).agreements).toEqual([])
  })

  it.each<[string, unknown, number]>([
    ['a child who is not there', `${westmarchCode}.C9`, 404],
    ['another authority’s child', `${northmoorCode}.C1`, 404],
    ['what is no id', 'C1', 400],
  ])('is not recorded of %s', async (_, id, status) => {
    const { calls } = await known()
    expect((await calls.agree(String(id), agreement, westmarch)).status).toBe(status)
  })

  it.each<[string, unknown, string]>([
    ['an adult who is not the child’s', { with: ['A9'] }, '/with'],
    ['an NHS number for an id', { id: '9991144072' }, '/id'],
    ['an end before its beginning', { endsOn: '2026-11-19' }, '/endsOn'],
    ['no day on which it was broken', { state: 'BROKEN' }, '/decidedOn'],
    ['what is too long', { what: 'x'.repeat(1001) }, '/what'],
    ['what nobody asked for', { parents: ['Marta Quillfeather'] }, '/parents'],
  ])('is refused with %s, and nothing of it is repeated', async (_, change, pointer) => {
    const { calls } = await known()
    const reply = await calls.agree(childId, { ...agreement, ...(change as object) })
    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).toContain(pointer)
    expect(JSON.stringify(reply.body)).not.toMatch(/9991144072|Marta|A9|xxx/)
  })
})
