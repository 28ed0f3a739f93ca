import { describe, expect, it } from 'vitest'
import { northmoor as northmoorCode, westmarch } from '../../infra/stages/local.ts'
import { aChild, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { drugService, northmoor, otherService, westmarchRegister } from '../builders/clients.ts'
import {
  actionsAbout,
  auditEntries,
  callsOf,
  concernIdIn,
  type HubReply,
} from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import { aroundDynamoDB } from '../fakes/around-dynamodb.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub, startInProcessHub } from './in-process-hub.ts'

const reason = 'The children were seen alone again at night, twice this week.'
const bodyOf = (feedbackNumber = 1) => ({ reason, feedbackNumber })
const body = bodyOf()
const nfa = {
  outcome: 'NO_FURTHER_ACTION',
  noFurtherActionReason: 'ALREADY_ADDRESSED',
  reason: 'Seen in October; nothing of concern was found.',
}
const detail = 'there is nothing that could be contested now'
const day = 24 * 60 * 60 * 1000
let keys = 0
const aKey = (): string => {
  keys += 1
  return `a-key-of-its-own-${keys}`
}

const aHub = async () => onTop(await startCaseworkHub('challenge'))
const onTop = async <H extends TestHub>(hub: H) => {
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  return { hub, calls }
}

/** The authority decides and feeds back, from whatever version the alert has. */
const answer = async (calls: ReturnType<typeof callsOf>, id: string, text: string) => {
  const { version, priorAlertIds } = (await calls.readAlert(id)).body as {
    version: number
    priorAlertIds: string[]
  }
  const closing = { ...nfa, priorItemsRead: priorAlertIds }
  const decided = await calls.answer('recordOutcome', { id, version, body: closing })
  await calls.answer('giveFeedback', { id, version: version + 1, body: { lines: told(text) } })
  return decided.status
}

/** A concern that the authority has answered with no further action. */
const answered = async (
  { hub, calls }: { hub: TestHub; calls: ReturnType<typeof callsOf> },
  concern = aConcern(),
) => {
  const concernId = concernIdIn(await calls.submit(aKey(), concern))
  await hub.settle()
  const id = (await calls.listAlerts()).at(-1)?.alertId ?? ''
  await calls.answer('acknowledgeAlert', { id, version: 1 })
  await answer(calls, id, 'No further action.')
  return { concernId, id }
}

type Followed = {
  status: string
  feedback: {
    lines: { text: string }[]
    feedbackNumber: number
    level?: string
    challenge?: { level: string; reason: string }
  }[]
}
const followed = async (calls: ReturnType<typeof callsOf>, concernId: string): Promise<Followed> =>
  (await calls.follow(concernId)).body as Followed

type Event = { id: string; type: string; data: Record<string, unknown> }
const eventsOf = (hub: TestHub, type: string) =>
  hub.published
    .map(({ message }) => JSON.parse(message) as Event)
    .filter((event) => event.type === `uk.safeguarding-hub.${type}.v1`)

const alertOf = async (calls: ReturnType<typeof callsOf>, id: string) =>
  (await calls.readAlert(id)).body as Record<string, unknown> & {
    challenges?: { level: string; reason: string }[]
  }

describe('a challenge', () => {
  it('goes through manager, head and partnership; the referrer has each answer beside the last', async () => {
    const { hub, calls } = await aHub()
    const { concernId, id } = await answered({ hub, calls })
    for (const [at, level] of ['manager', 'head', 'partnership'].entries()) {
      const reply = await calls.challenge(concernId, { key: aKey(), body: bodyOf(at + 1) })
      expect(reply.status, JSON.stringify(reply.body)).toBe(202)
      expect(reply.body).toEqual({
        concernId,
        status: 'challenged',
        links: { self: `/v1/concerns/${concernId}` },
      })
      expect((await followed(calls, concernId)).status).toBe('challenged')
      await hub.settle()
      expect(eventsOf(hub, 'alert.challenged').at(-1)?.data).toMatchObject({ alertId: id, level })
      const alert = await alertOf(calls, id)
      expect(alert).toMatchObject({ state: 'CHALLENGED' })
      expect(alert.challenges?.at(-1)).toMatchObject({ level, reason })
      expect(await answer(calls, id, `The ${level} says no.`)).toBe(200)
    }
    const { status, feedback } = await followed(calls, concernId)
    expect(status).toBe('answered')
    expect(feedback.map(({ lines, level }) => [lines[0]?.text, level])).toEqual([
      ['No further action.', undefined],
      ['The manager says no.', 'manager'],
      ['The head says no.', 'head'],
      ['The partnership says no.', 'partnership'],
    ])
    expect(feedback.map(({ challenge }) => challenge?.level)).toEqual([
      'manager',
      'head',
      'partnership',
      undefined,
    ])
    const last = await calls.challenge(concernId, { key: aKey(), body: bodyOf(4) })
    expect(last.status).toBe(409)
    expect(last.body).toMatchObject({ detail })
    expect((await actionsAbout(hub, concernId))['ANSWER_CHALLENGED']).toBe(3)
  })

  it('passes to the next level when its day has gone, and tells the authority each time', async () => {
    const { hub, calls } = await aHub()
    const { concernId, id } = await answered({ hub, calls })
    await calls.challenge(concernId, { key: aKey(), body })
    for (let passed = 0; passed < 3; passed += 1) {
      hub.advance(day)
      await hub.settle()
    }
    // What nobody has answered is told again under its own id.
    const told = new Map(
      eventsOf(hub, 'alert.challenged').map(({ id: event, data }) => [event, data['level']]),
    )
    const levels = [...told.values()]
    expect(levels).toEqual(['manager', 'head', 'partnership'])
    const queues = hub.published.filter(({ message }) => message.includes('alert.challenged'))
    expect(new Set(queues.map(({ queue }) => queue))).toEqual(
      new Set([`alerts-${westmarch}`, `escalations-${westmarch}`, 'escalations-partnership']),
    )
    expect((await actionsAbout(hub, id))['CHALLENGE_PASSED_ON']).toBe(2)
    expect(await answer(calls, id, 'The partnership has looked at it.')).toBe(200)
    expect((await followed(calls, concernId)).feedback.at(-1)).toMatchObject({
      level: 'partnership',
    })
    expect((await calls.challenge(concernId, { key: aKey(), body: bodyOf(2) })).status).toBe(409)
  })

  it('waits for the new answer before another', async () => {
    const { hub, calls } = await aHub()
    const { concernId } = await answered({ hub, calls })
    await calls.challenge(concernId, { key: aKey(), body })
    const other = await calls.challenge(
      concernId,
      { key: aKey(), body },
      { ...drugService, clientId: 'drug-service-2' },
    )
    expect(other.status).toBe(409)
    expect(other.body).toMatchObject({ detail })
  })

  it('is shown to the authority under the redaction of its alert', async () => {
    const { hub, calls } = await aHub()
    const { concernId, id } = await answered({ hub, calls }, aConcern({ flags: ['DA'] }))
    const where = 'He stood outside 14 Tannery Row, WM1 4AB again; ring 01632 960999 first.'
    await calls.challenge(concernId, { key: aKey(), body: { ...body, reason: where } })
    const shown = (await alertOf(calls, id)).challenges?.at(-1)?.reason ?? ''
    expect(shown).toContain('He stood outside [protected]')
    for (const hidden of ['Tannery', 'WM1 4AB', '960999']) expect(shown).not.toContain(hidden)
  })

  it('leaves its words in no log line, audit entry or message', async () => {
    const { hub, calls } = await aHub()
    const { concernId } = await answered({ hub, calls })
    await calls.challenge(concernId, { key: aKey(), body })
    await hub.settle()
    const said = JSON.stringify([hub.logged, await auditEntries(hub), hub.published])
    expect(said).toContain('ANSWER_CHALLENGED')
    expect(said).not.toContain('seen alone')
  })

  it('names an answer by its number, and nobody who gave one', async () => {
    const { hub, calls } = await aHub()
    const register = { ...westmarchRegister, clientId: 'northmoor-register' }
    const inNorthmoor = { ...register, agency: 'northmoor', authority: northmoorCode } as const
    await calls.putChild(
      'C9',
      aChild({ authority: northmoorCode, status: closedLongAgo }),
      inNorthmoor,
    )
    const { concernId } = await answered({ hub, calls })
    const [theirs] = await calls.listAlerts(northmoor)
    const id = theirs?.alertId ?? ''
    await calls.answer('acknowledgeAlert', { id, version: 1 }, northmoor)
    await calls.answer('recordOutcome', { id, version: 2, body: nfa }, northmoor)
    await calls.answer('giveFeedback', { id, version: 3, body: { lines: told('No.') } }, northmoor)
    const { feedback } = await followed(calls, concernId)
    expect(feedback.map(({ feedbackNumber }) => feedbackNumber)).toEqual([1, 2])
    for (const place of [westmarch, northmoorCode, 'authority', id])
      expect(JSON.stringify(feedback)).not.toContain(place)
    expect((await calls.challenge(concernId, { key: aKey(), body: bodyOf(2) })).status).toBe(202)
    await hub.settle()
    const challenged = eventsOf(hub, 'alert.challenged').map(({ data }) => data['alertId'])
    expect(new Set(challenged)).toEqual(new Set([id]))
    for (const number of [2, 3]) {
      const refused = await calls.challenge(concernId, { key: aKey(), body: bodyOf(number) })
      expect([refused.status, refused.body]).toMatchObject([409, { detail }])
    }
  })
})

describe('a challenge of silence', () => {
  it('is answered alike for a family that is known, one that is not and one that is held', async () => {
    const { hub, calls } = await aHub()
    const stranger = aConcern({
      subject: {
        names: [{ given: 'Silke', family: 'Underhallow' }],
        dateOfBirth: '1979-09-09',
        relationshipToChild: 'FATHER',
        contactLevel: 'UNKNOWN',
      },
      children: [{ name: { given: 'Pim', family: 'Underhallow' }, dateOfBirth: '2018-08-08' }],
    })
    const held = aConcern({ harm: 'H0', factors: ['21'] })
    const concerns = [aConcern(), stranger, held]
    const ids: string[] = []
    for (const concern of concerns) ids.push(concernIdIn(await calls.submit(aKey(), concern)))
    await hub.settle()
    const all = async () => {
      const replies = []
      for (const id of ids) {
        const reply = await calls.challenge(id, { key: aKey(), body: { reason } })
        const text = JSON.stringify(reply.body).replaceAll(id, 'ID')
        replies.push([reply.status, text.replace(/"instance":"[^"]*"/, '')])
      }
      return replies
    }
    const early = await all()
    expect(new Set(early.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(early[0]?.[0]).toBe(409)
    hub.advance(4 * day)
    for (const _level of ['manager', 'head', 'partnership']) {
      const late = await all()
      expect(new Set(late.map((reply) => JSON.stringify(reply))).size).toBe(1)
      expect(late[0]?.[0]).toBe(202)
    }
    expect((await all()).map(([status]) => status)).toEqual([409, 409, 409])
    for (const id of ids)
      expect(await followed(calls, id)).toMatchObject({ status: 'challenged', feedback: [] })
  })

  it('reaches each authority that owes an answer, in the words that its alert may show', async () => {
    const { hub, calls } = await aHub()
    const concernId = concernIdIn(await calls.submit(aKey()))
    await hub.settle()
    hub.advance(4 * day)
    await calls.challenge(concernId, { key: aKey(), body: { reason } })
    await hub.settle()
    const [listed] = await calls.listAlerts()
    expect(await alertOf(calls, listed?.alertId ?? '')).toMatchObject({
      state: 'RAISED',
      silences: [{ level: 'manager', reason }],
    })
    expect(eventsOf(hub, 'alert.challenged').map(({ data }) => data['level'])).toEqual([
      'manager',
      'manager',
    ])
  })
})

describe('a challenge sent again', () => {
  it('with the same key is the same challenge, and costs no level', async () => {
    const { hub, calls } = await aHub()
    const { concernId, id } = await answered({ hub, calls })
    const key = aKey()
    const first = await calls.challenge(concernId, { key, body })
    const again = await calls.challenge(concernId, { key, body })
    expect(again.body).toEqual(first.body)
    expect(again.headers['Idempotency-Replayed']).toBe('true')
    await answer(calls, id, 'Still no.')
    const later = await calls.challenge(concernId, { key, body })
    expect(later.headers['Idempotency-Replayed']).toBe('true')
    expect((await alertOf(calls, id)).challenges).toHaveLength(1)
    expect((await alertOf(calls, id))['state']).toBe('FED_BACK')
  })

  it('with the same key and other words, or for another concern, is refused', async () => {
    const { hub, calls } = await aHub()
    const one = await answered({ hub, calls })
    const two = await answered({ hub, calls })
    const key = aKey()
    await calls.challenge(one.concernId, { key, body })
    const other = { reason: `${reason} And on Friday.` }
    expect((await calls.challenge(one.concernId, { key, body: other })).status).toBe(422)
    expect((await calls.challenge(two.concernId, { key, body })).status).toBe(422)
  })

  it('by ten at once with one key is one challenge', async () => {
    const { hub, calls } = await aHub()
    const { concernId, id } = await answered({ hub, calls })
    const key = aKey()
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => calls.challenge(concernId, { key, body })),
    )
    expect(replies.filter(({ status }) => status !== 202 && status !== 503)).toEqual([])
    expect((await alertOf(calls, id)).challenges).toHaveLength(1)
  })
})

describe('before there is an answer', () => {
  const unknownFamily = aConcern({
    subject: {
      names: [{ given: 'Silke', family: 'Underhallow' }],
      dateOfBirth: '1979-09-09',
      relationshipToChild: 'FATHER',
      contactLevel: 'UNKNOWN',
    },
    children: [{ name: { given: 'Pim', family: 'Underhallow' }, dateOfBirth: '2018-08-08' }],
  })
  const ask = async (concern: ReturnType<typeof aConcern>, handled: boolean) => {
    const { hub, calls } = await onTop(await startInProcessHub('challenge'))
    const concernId = concernIdIn(await calls.submit(aKey(), concern))
    if (handled) await hub.settle()
    const made: string[] = []
    const stop = aroundDynamoDB(hub.dynamodb, {
      before: ({ command }) => void made.push(command),
    })
    const reply: HubReply = await calls.challenge(concernId, {
      key: 'one-key-for-all-of-them',
      body,
    })
    stop()
    return { reply, made }
  }

  it.each([
    ['alerted', aConcern(), true],
    ['held', aConcern({ harm: 'H0' }), true],
    ['in review', aConcern({ consent: { status: 'REFUSED' } }), true],
    ['unmatched', unknownFamily, true],
    ['of immediate danger', aConcern({ harm: 'H4', phoneCallMade: { made: true } }), true],
  ] as const)('the referrer cannot tell that the concern is %s', async (_, concern, handled) => {
    const plain = await ask(aConcern(), false)
    const other = await ask(concern, handled)
    expect(plain.reply.status).toBe(409)
    expect(plain.reply.body).toMatchObject({ detail })
    expect(other).toEqual(plain)
    expect(other.made).toEqual(['BatchGetItemCommand', 'GetItemCommand', 'GetItemCommand'])
  })

  it('another service’s concern is as one that is not there', async () => {
    const { hub, calls } = await aHub()
    const { concernId, id } = await answered({ hub, calls })
    const theirs = await calls.challenge(concernId, { key: aKey(), body }, otherService)
    expect(theirs.status).toBe(404)
    expect((await alertOf(calls, id))['state']).toBe('FED_BACK')
  })
})
