import { type KeyObject, sign } from 'node:crypto'
import { northmoor as northmoorCode, westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { Client } from '../../shared/agencies/client.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { agencyRow, authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { aChild, anAdult, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { canaryChild, canaryConcern, graveCanaryConcern } from '../builders/canary-family.ts'
import {
  drugService,
  northmoor,
  otherService,
  reviewLead,
  westmarch,
  westmarchRegister,
  westmarchReviewer,
} from '../builders/clients.ts'
import { signed } from '../builders/forged-tokens.ts'
import { type callsOf, concernIdIn, type HubReply, inCase } from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import type { TestHub } from '../fakes/test-hub.ts'

type Caller = Omit<Client, 'keys' | 'active'>
type Concern = Parameters<typeof aConcern>[0]
export type Stage = {
  readonly hub: TestHub
  readonly calls: ReturnType<typeof callsOf>
  /** @throws Error when the hub does not take what the story tells it: nothing would then be written */
  readonly taken: (reply: Promise<HubReply>) => Promise<HubReply>
  /** Sends a concern under a key of its own, and lets the hub deal with it. */
  readonly send: (concern?: ReturnType<typeof aConcern>, caller?: Caller) => Promise<string>
}

const day = 24 * 60 * 60 * 1000
const northmoorRegister: Caller = {
  ...westmarchRegister,
  clientId: 'northmoor-register',
  agency: 'northmoor',
  agencyName: 'Northmoor',
  authority: northmoorCode,
}
const newcomer: Caller = { ...drugService, clientId: 'newcomer', agency: 'newcomer' }
const reason = 'It was another family of the same name, seen on file.'

const signWith = (key: KeyObject) => (input: Uint8Array) =>
  sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })

/** A client proves who it is; an authority and an agency have ended, the one replaced by another. */
export const admission = async ({ hub, taken }: Stage): Promise<void> => {
  const key = await hub.register(drugService)
  const ended = [
    authorityRow({
      code: 'E06999991',
      name: 'Former Westmarch',
      key: 'former-westmarch',
      from: '2019-04-01',
      until: '2023-04-01',
      replacedBy: [westmarchCode],
    }),
    agencyRow({
      key: 'low-tide',
      name: 'Low Tide',
      type: 'substance-misuse',
      until: '2025-04-01',
      replacedBy: ['turning-tide'],
    }),
  ]
  for (const row of ended) await hub.store.transact([put(hub.tables.directory, row)])
  const iat = Math.floor(hub.now().getTime() / 1000)
  const { clientId } = drugService
  const claims = { iss: clientId, sub: clientId, aud: hub.issuer, jti: 'used-once', iat }
  const assertion = await signed(
    { alg: 'ES256', kid: 'k1' },
    { ...claims, exp: iat + 60 },
    signWith(key),
  )
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  })
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  await taken(hub.call('token', anApiEvent('issueToken', { rawBody: form.toString(), headers })))
}

const agreement = {
  id: 'WA-1',
  agreedOn: '2026-11-20',
  endsOn: '2026-12-01',
  what: 'He does not drink at home.',
  whatFollows: 'A conference.',
} as const

/** A family about whom everything is said that can be; the alert is answered whole, contested, and answered again. */
export const answered = async ({ hub, calls, taken, send }: Stage): Promise<void> => {
  await taken(
    calls.putChild(
      'C1',
      canaryChild({ writtenAgreements: [agreement], restricted: { address: true } }),
    ),
  )
  const concernId = await send(
    canaryConcern({ incidentOn: '2026-11-20', expiresOn: undefined } as Concern),
  )
  const [alert] = await calls.listAlerts()
  const id = alert?.alertId ?? ''
  await taken(calls.readAlert(id))
  const telling = {
    wasTold: true,
    who: ['MOTHER'],
    toldBy: 'SW-1',
    toldAt: hub.now().toISOString(),
  }
  const outcome = { outcome: 'CONFERENCE', conference: 'INITIAL' }
  const lines = told('A conference is held on Friday.')
  const steps = [
    ['acknowledgeAlert', undefined],
    ['recordTelling', telling],
    ['recordOutcome', outcome],
    ['giveFeedback', { lines, nextStep: 'Please come.' }],
  ] as const
  for (const [at, [route, body]] of steps.entries())
    await taken(calls.answer(route, { id, version: at + 1, body }))
  const contested = { feedbackNumber: 1, reason }
  await taken(calls.challenge(concernId, { key: 'contest-of-the-answer', body: contested }))
  await taken(calls.answer('recordOutcome', { id, version: 6, body: { outcome: 'SECTION_47' } }))
  const consent = { status: 'WITHDRAWN' }
  await taken(calls.changeConsent({ id: concernId, key: 'change-of-consent' }, consent))
  await hub.settle()
  for (let passed = 0; passed < 6; passed += 1) {
    hub.advance(10 * day)
    await hub.sweep()
  }
}

/** A conflict of staff, told to the lead alone, and corrected; a correction that everybody may see; one that is held. */
export const chronologies = async ({ calls, taken, send }: Stage): Promise<void> => {
  await taken(calls.putChild('C1', aChild({ status: closedLongAgo })))
  const conflict = { who: 'The duty manager', role: 'His sister' }
  const hidden = await send(aConcern({ conflict, flags: ['STAFF_CONFLICT'] }))
  await send(aConcern({ conflict, corrects: hidden as never, factors: ['1B'] }))
  const wrong = await send(aConcern({ incidentOn: '2026-10-31' }))
  await send(aConcern({ corrects: wrong as never, factors: ['1B'] }))
  await send(aConcern({ harm: 'H1', consent: { status: 'REFUSED' } }))
  await send(graveCanaryConcern())
}

/** A model on trial leaves the match to a person, who confirms it. */
export const onTrial = async ({ hub, calls, taken, send }: Stage): Promise<void> => {
  await taken(calls.putChild('C1', aChild({ status: closedLongAgo })))
  await send()
  for (const { reviewId } of await calls.listReviews())
    await taken(calls.decideReview(reviewId, aVerdict('NOBODY')))
  await hub.settle()
  await send(aConcern({ harm: 'H2', consent: { status: 'REFUSED' } }))
  hub.advance(10 * day)
  await hub.settle()
}

/** What waits: a digest of early help, silence, a disclosure without agreement, a consent that ends, a withdrawal. */
export const waiting = async ({ hub, calls, taken, send }: Stage): Promise<void> => {
  await taken(calls.putChild('C1', aChild({ status: closedLongAgo })))
  await send(aConcern({ harm: 'H1' }))
  await send(aConcern(), newcomer)
  const consent = { status: 'GIVEN', expiresOn: '2026-12-20' } as const
  const silent = await send(aConcern({ consent, factors: ['4B'] }), otherService)
  hub.advance(4 * day)
  await hub.settle()
  await taken(
    calls.challenge(silent, { key: 'nobody-has-answered', body: { reason } }, otherService),
  )
  await hub.settle()
  const mistaken = await send(aConcern({ harm: 'H3', phoneCallMade: { made: true } }))
  const withdrawal = { reason: 'WRONG_PERSON', words: 'Another of the same name.' }
  await taken(calls.withdraw({ id: mistaken, key: 'taken-back-at-once' }, withdrawal))
  await hub.settle()
}

/** Two concerns about people on no register, of which one protects the other; then somebody is recorded; one expires. */
export const unknown = async ({ hub, calls, taken, send }: Stage): Promise<void> => {
  await send(aConcern({ harm: 'H0', factors: ['21'] }))
  await send(aConcern({ flags: ['DA'] }), otherService)
  await send(aConcern({ harm: 'H1' }))
  hub.advance(day)
  await taken(calls.putChild('C1', aChild({ status: closedLongAgo })))
  await hub.settle()
  hub.advance(100 * day)
  await hub.settle()
}

const words = ['Bako', 'Mitu', 'Resola', 'Nidu', 'Pebami', 'Tusore', 'Ladupe', 'Kobani']

/** Records that change, with more keys than one transaction holds; one is wrong, one goes; one is on two registers. */
export const registers = async ({ hub, calls, taken }: Stage): Promise<void> => {
  const call = async (
    route: Parameters<typeof anApiEvent>[0],
    { id, body }: { readonly id: string; readonly body?: unknown },
  ): Promise<HubReply> => {
    const token = await hub.tokenFor(westmarchRegister)
    const ask = { id, token, headers: { ...inCase, 'Hub-Practitioner': 'rk-1' } }
    const { body: stood } = await hub.call('register', anApiEvent('readChild', ask))
    const headers = { ...ask.headers, 'If-Match': `"${(stood as { version: number }).version}"` }
    return taken(hub.call('register', anApiEvent(route, { ...ask, headers, body })))
  }
  const mother = anAdult({ nhsNumbers: ['9990000018'], phones: ['01632 960124'] })
  const restricted = { address: true }
  await taken(calls.putChild('C1', aChild({ adults: [mother], restricted })))
  await taken(calls.putChild('C2', aChild({ name: { given: 'Wren' }, adults: [mother] })))
  const named = { names: words.map((given, at) => ({ given, family: words[(at + 3) % 8] ?? '' })) }
  const addresses = words.map((word, at) => ({
    houseNumber: `${at + 1}`,
    street: `${word} Row`,
    postcode: `WM${at} ${at}AB`,
  }))
  await taken(calls.putChild('C1', aChild({ adults: [{ ...mother, ...named, addresses }] })))
  await hub.settle()
  const there = aChild({
    authority: northmoorCode,
    addresses: [],
    adults: [{ ...mother, id: 'N-77', addresses: [] }],
  })
  await taken(calls.putChild('N1', there, northmoorRegister))
  await hub.settle()
  const lifting = { restriction: 'address', reason: 'The order ended and she asks for it.' }
  await call('liftChildRestriction', { id: 'C1', body: lifting })
  await call('correctChild', { id: 'C2', body: { remove: { adults: ['A1001'] }, reason } })
  await call('deleteChild', { id: 'C2', body: { reason } })
  hub.advance(day)
  await hub.settle()
}

/** More than one transaction can name. */
const mostChildren = 40

/** A carer of very many children. */
export const largeFamily = async ({ calls, taken, send }: Stage): Promise<void> => {
  const carer = anAdult({ addresses: [], nhsNumbers: ['9990000026'] })
  for (let one = 0; one < mostChildren; one += 1) {
    const dateOfBirth = `20${10 + (one % 15)}-02-03`
    const child = aChild({ name: { given: 'Odo' }, dateOfBirth, addresses: [], adults: [carer] })
    await taken(calls.putChild(`C${one}`, child))
  }
  await send(aConcern({ subject: { ...aConcern().subject, nhsNumbers: ['9990000026'] } }))
}
