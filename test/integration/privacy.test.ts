import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { anAdult, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import {
  canaries,
  canariesIn,
  canaryChild,
  canaryConcern,
  graveCanaryConcern,
} from '../builders/canary-family.ts'
import {
  auditor,
  drugService,
  drugServiceLead,
  northmoor,
  northmoorReviewer,
  reviewLead,
} from '../builders/clients.ts'
import {
  allRows,
  auditEntries,
  callsOf,
  concernIdIn,
  deskOf,
  receivedAndMade,
} from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub, startInProcessHub } from './in-process-hub.ts'

const answersGiven = {
  reason: 'Canaryanswer: a reason of more than forty characters.',
  message: 'Canarymessage to the referrer.',
}

const aCanaryChild = (change: Parameters<typeof canaryChild>[0] = {}) =>
  canaryChild({ status: closedLongAgo, ...change })

/** The whole way of one concern, refusals and repetitions included. Gives what each of those who asked was told. */
const wholePath = async (
  child: ReturnType<typeof aCanaryChild>,
  concern: ReturnType<typeof canaryConcern>,
) => {
  const hub = await startInProcessHub('privacy')
  const calls = callsOf(hub)
  const put = await calls.putChild('C1', child)
  const submitted = await calls.submit(canaries.idempotencyKey, concern)
  const concernId = concernIdIn(submitted)
  const replayed = await calls.submit(canaries.idempotencyKey, concern)
  const reused = await calls.submit(canaries.idempotencyKey, { ...concern, harm: 'H1' })
  const invalid = await calls.submit('another-key-of-some-length', {
    ...concern,
    harm: canaries.family,
    [canaries.given]: canaries.given,
  } as never)
  const malformed = await hub.call(
    'submit',
    anApiEvent('submitConcern', {
      token: await hub.tokenFor(drugService),
      headers: { 'Idempotency-Key': 'another-key-of-some-length' },
      rawBody: JSON.stringify(concern).slice(0, -1),
    }),
  )
  await hub.settle()
  const [listed] = await calls.listAlerts()
  const id = listed?.alertId ?? ''
  const alert = await calls.readAlert(id)
  const elsewhere = await calls.readAlert(id, northmoor)
  hub.advance(48 * 60 * 60 * 1000)
  await hub.settle()
  const version = (await calls.listAlerts())[0]?.version ?? 0
  const answers = [
    await calls.answer('acknowledgeAlert', { id, version }),
    await calls.answer('recordOutcome', {
      id,
      version: version + 1,
      body: {
        outcome: 'NO_FURTHER_ACTION',
        noFurtherActionReason: 'DISPROVED',
        reason: answersGiven.reason,
      },
    }),
    await calls.answer('giveFeedback', {
      id,
      version: version + 2,
      body: { lines: told(answersGiven.message) },
    }),
  ]
  const again = await calls.answer('recordOutcome', {
    id,
    version: 1,
    body: { outcome: 'ASSESSMENT_S17' },
  })
  const followed = await calls.follow(concernId)
  const audited = await hub.call(
    'audit',
    anApiEvent('listAuditEntries', {
      token: await hub.tokenFor(auditor),
      headers: deskOf(auditor),
      query: { subject: concernId },
    }),
  )
  return {
    hub,
    alert,
    answers,
    listed,
    followed,
    audited,
    toReferrer: [submitted, replayed],
    problems: [reused, invalid, malformed, elsewhere, again],
    put,
  }
}

const messages = (hub: TestHub): string => JSON.stringify(hub.published)

describe('a family of canaries', () => {
  it('goes the whole way and is read by its authority', async () => {
    const path = await wholePath(aCanaryChild(), canaryConcern())
    expect(path.alert.status).toBe(200)
    expect(path.answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(path.problems.map(({ status }) => status)).toEqual([422, 400, 400, 404, 412])
    expect(canariesIn(path.alert.body)).toEqual(
      expect.arrayContaining(['given', 'family', 'childGiven', 'reason', 'fact', 'street']),
    )
    expect(path.hub.published.length).toBeGreaterThan(1)
  })

  it('is found in no log line, audit row, message or problem, and in nothing the referrer gets', async () => {
    const path = await wholePath(aCanaryChild(), canaryConcern())
    const { hub } = path
    const given = JSON.stringify(Object.values(answersGiven))
    const places: Readonly<Record<string, unknown>> = {
      log: hub.logged,
      audit: await allRows(hub, 'auditEntries'),
      'audit reply': path.audited.body,
      messages: messages(hub),
      problems: path.problems,
      'replies to the referrer': path.toReferrer,
      'feedback to the referrer': path.followed,
      'reply to the register': path.put,
      inbox: path.listed,
    }
    for (const [place, said] of Object.entries(places))
      expect(
        canariesIn(said).filter((name) => name !== 'ownReference'),
        `in ${place}`,
      ).toEqual([])
    for (const said of [hub.logged, await auditEntries(hub), hub.published])
      for (const words of given.split('"').filter((text) => text.length > 9))
        expect(JSON.stringify(said)).not.toContain(words)
  })

  it('is found in no key of any table or index', async () => {
    const { hub } = await wholePath(aCanaryChild(), canaryConcern())
    const keyNames = [
      'pk',
      'sk',
      'waitingFor',
      'waitingUntil',
      'inbox',
      'inboxOrder',
      'measured',
      'raisedAt',
      'actor',
      'authority',
      'day',
    ]
    for (const table of ['register', 'intake', 'casework', 'auditEntries'] as const)
      for (const row of await allRows(hub, table))
        expect(canariesIn(keyNames.map((name) => row[name]))).toEqual([])
  })

  it('is stored once, with the concern as received: alert and chronology refer to it', async () => {
    const { hub } = await wholePath(aCanaryChild(), canaryConcern())
    const holding = (await receivedAndMade(hub)).filter((row) =>
      canariesIn(row).some((name) => name !== 'ownReference'),
    )
    expect(holding.map(({ sk, received }) => [sk, received !== undefined])).toEqual([
      ['CONCERN', true],
    ])
  })

  it('gives the log no error text: names of errors only', async () => {
    const { hub } = await wholePath(aCanaryChild(), canaryConcern())
    const fields = hub.logged.flatMap((line) => Object.keys((line as [string, string, object])[2]))
    const allowed = [
      'requestId',
      'route',
      'status',
      'code',
      'errorName',
      'concernId',
      'alertId',
      'gatewayId',
      'recordId',
      'reviewId',
      'kind',
      'rule',
      'count',
      'milliseconds',
      'measured',
      'urgency',
    ]
    expect([...new Set(fields)].filter((field) => !allowed.includes(field))).toEqual([])
  })
})

describe('a grave concern about a conflict of staff, of which a part could not be read', () => {
  it('is read by the lead with all that was sent, and found nowhere else', async () => {
    const hub = await startCaseworkHub('privacy')
    const calls = callsOf(hub)
    await calls.putChild('C1', aCanaryChild())
    const sent = await calls.submit(canaries.idempotencyKey, graveCanaryConcern())
    expect(sent.status, JSON.stringify(sent.body)).toBe(202)
    await hub.settle()
    expect(await calls.listAlerts()).toEqual([])
    const [listed] = await calls.listAlerts(reviewLead)
    const id = listed?.alertId ?? ''
    expect((await calls.readAlert(id)).status).toBe(404)
    const alert = await calls.readAlert(id, reviewLead)
    expect(canariesIn(alert.body)).toEqual(
      expect.arrayContaining(['unread', 'conflictWho', 'conflictRole', 'workerSafety', 'school']),
    )
    hub.advance(5 * 60 * 60 * 1000)
    await hub.settle()
    const places = { log: hub.logged, audit: await auditEntries(hub), messages: hub.published }
    for (const [place, said] of Object.entries({ ...places, sent, listed }))
      expect(canariesIn(said), `in ${place}`).toEqual([])
  })
})

describe('a family whose address is protected', () => {
  const locating = [
    'street',
    'town',
    'postcode',
    'otherStreet',
    'otherPostcode',
    'phone',
    'email',
    'location',
    'workBase',
    'adultStreet',
    'adultPostcode',
    'adultPhone',
    'childStreet',
    'childPostcode',
    'childLocation',
    'school',
    'gp',
    'hospital',
    'refuge',
  ]
  const telling = [
    canaries.street,
    canaries.postcode,
    canaries.otherPostcode.replace(' ', ''),
    canaries.phone,
    canaries.safeNumber,
    canaries.email,
  ]
  /** Without the pregnancy, which with abuse would be suspected significant harm, where whereabouts stand. */
  const { pregnancy: _, ...subject } = canaryConcern().subject
  const loose = canaryConcern({
    subject,
    flags: ['DA'],
    reason: `She was seen near ${canaries.street} and at ${canaries.otherPostcode}.`,
    narrative: telling.map((where) => ({
      kind: 'FACT' as const,
      text: `He knows of ${where} now.`,
    })),
    protectiveFactors: `Her mother at ${canaries.otherStreet} helps.`,
    childView: `I am at ${canaries.location}.`,
    consent: { status: 'GIVEN', parentView: `Never write to ${canaries.street}.` },
    keepConfidentialFrom: [
      { person: 'Her husband', why: `He must not learn of ${canaries.otherStreet}.` },
    ],
    referrer: {
      name: canaries.referrer,
      role: canaries.referrerRole,
      secureEmail: canaries.referrerEmail,
      phone: canaries.referrerPhone,
      outOfHours: `Ask at ${canaries.workBase}`,
      workBase: canaries.workBase,
    },
  })

  it.each([
    ['by the flag of domestic abuse', aCanaryChild(), loose],
    ['by the flag of a conference', aCanaryChild(), { ...loose, flags: ['MARAC' as const] }],
    ['by a factor', aCanaryChild(), { ...loose, flags: [], factors: ['3B' as const] }],
  ])('%s shows no place, number or address anywhere', async (...[, child, concern]) => {
    const path = await wholePath(child, concern)
    expect(path.alert.status, JSON.stringify(path.alert.body)).toBe(200)
    const seen = [
      path.alert.body,
      ...path.answers.map(({ body }) => body),
      path.hub.published,
      path.hub.logged,
      await auditEntries(path.hub),
    ]
    for (const said of seen)
      expect(canariesIn(said).filter((name) => locating.includes(name))).toEqual([])
    const { content } = path.alert.body as { content: Record<string, unknown> }
    for (const field of ['whereabouts', 'childLocationNow'])
      expect(content).not.toHaveProperty(field)
    expect(content['banners']).toEqual(['PROTECTED', 'ASK_BEFORE_CONTACT'])
    expect(content['protected']).toEqual(['whereabouts'])
    expect(content['safety']).toMatchObject({ safeContact: { number: canaries.safeNumber } })
    const { safety: _, ...others } = content
    for (const said of [others, ...seen.slice(1)])
      expect(canariesIn(said)).not.toContain('safeNumber')
  })

  it('by the register of a child who is hidden shows nothing of where that child is', async () => {
    const elsewhere = { street: canaries.otherStreet, postcode: canaries.otherPostcode }
    const hidden = aCanaryChild({
      restricted: { address: true },
      addresses: [{ houseNumber: '2', ...elsewhere }],
      adults: [anAdult({ addresses: [], livesWithChild: 'NO' })],
    })
    const { names: _, ...subject } = aConcern().subject
    const { alert } = await wholePath(hidden, {
      ...canaryConcern({
        reason: `He knows of 2 ${canaries.otherStreet} and ${canaries.otherPostcode}.`,
      }),
      subject: { ...subject, names: [{ given: 'Marta', family: 'Quillfeather' }] },
      domesticAbuse: undefined,
    })
    expect(alert.body).toMatchObject({ content: { joined: [{ childId: `${westmarch}.C1` }] } })
    for (const name of ['otherStreet', 'otherPostcode'])
      expect(canariesIn(alert.body)).not.toContain(name)
  })

  it('shows none on the routes around an alert either; the sender’s lead reads what its own agency sent', async () => {
    const hub = await startCaseworkHub('privacy')
    const calls = callsOf(hub)
    await calls.putChild('C1', aCanaryChild())
    const shared = concernIdIn(await calls.submit('a-key-for-the-shared-one', loose))
    const consent = { ...loose.consent, status: 'REFUSED' as const }
    const refused = { ...loose, consent, whyOverridden: canaries.reason }
    const held = concernIdIn(await calls.submit('a-key-for-the-refused-one', refused))
    await hub.settle()
    const alertId = (await calls.listAlerts())[0]?.alertId ?? ''
    const reviewId = (await calls.listReviews(drugServiceLead))[0]?.reviewId ?? ''
    const change = { id: held, key: 'a-key-for-the-change' }
    const seen = {
      explanation: await calls.explainAlert(alertId),
      chronology: await calls.chronology(),
      reviews: await calls.listReviews(drugServiceLead),
      review: await calls.readReview(reviewId, drugServiceLead),
      verdict: await calls.decideReview(reviewId, aVerdict('SHARE_MINIMAL'), {
        caller: drugServiceLead,
      }),
      lateVerdict: await calls.decideReview(reviewId, aVerdict('HOLD'), {
        caller: drugServiceLead,
      }),
      preview: await calls.preview(refused),
      consent: await calls.changeConsent(change, { status: 'WITHDRAWN', ...loose.consent }),
      badConsent: await calls.changeConsent(change, { parentView: canaries.street }),
      followed: [await calls.follow(shared), await calls.follow(held)],
      elsewhere: await calls.readReview(reviewId, northmoorReviewer),
    }
    await hub.settle()
    expect([seen.review, seen.verdict, seen.preview].map(({ status }) => status)).toEqual([
      200, 200, 200,
    ])
    const { review, ...others } = seen
    expect(canariesIn(review)).not.toContain('allocatedTeam')
    const places = {
      ...others,
      log: hub.logged,
      audit: await auditEntries(hub),
      sent: hub.published,
    }
    for (const [place, said] of Object.entries(places))
      expect(
        canariesIn(said).filter((name) => locating.includes(name)),
        place,
      ).toEqual([])
  })

  it('is found all the same, and still says who it is about', async () => {
    const { alert } = await wholePath(aCanaryChild({ restricted: { address: true } }), loose)
    expect(alert.body).toMatchObject({
      kind: 'matched',
      content: { joined: [{ childId: `${westmarch}.C1` }] },
    })
    expect(canariesIn(alert.body)).toEqual(expect.arrayContaining(['given', 'family']))
  })
})
