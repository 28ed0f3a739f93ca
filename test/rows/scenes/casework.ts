import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { aChild, closedLongAgo } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import { canaryChild, canaryConcern, graveCanaryConcern } from '../../builders/canary-family.ts'
import { drugService, otherService } from '../../builders/clients.ts'
import { told } from '../../builders/told.ts'
import { type Caller, day, reason, type Scene } from './stage.ts'

const newcomer: Caller = { ...drugService, clientId: 'newcomer', agency: 'newcomer' }

const agreement = {
  id: 'WA-1',
  agreedOn: '2026-11-20',
  endsOn: '2026-12-01',
  what: 'He does not drink at home.',
  whatFollows: 'A conference.',
} as const

/** A family about whom everything is said that can be; the alert is answered whole, contested, and answered again. */
export const answered: Scene = async ({ hub, calls, taken, send }) => {
  await taken(
    calls.putChild(
      'C1',
      canaryChild({ writtenAgreements: [agreement], restricted: { address: true } }),
    ),
  )
  const concernId = await send(canaryConcern({ incidentOn: '2026-11-20' }))
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
    ['handOverAlert', { to: 'SW-2' }],
    ['recordTelling', telling],
    ['recordOutcome', outcome],
    ['giveFeedback', { lines, nextStep: 'Please come.' }],
    ['recordCaseStatus', { status: 'OPEN' }],
  ] as const
  for (const [at, [route, body]] of steps.entries())
    await taken(calls.answer(route, { id, version: at + 1, body }))
  const contested = { feedbackNumber: 1, reason }
  await taken(calls.challenge(concernId, { key: 'contest-of-the-answer', body: contested }))
  await taken(calls.answer('recordOutcome', { id, version: 8, body: { outcome: 'SECTION_47' } }))
  const consent = { status: 'WITHDRAWN' }
  await taken(calls.changeConsent({ id: concernId, key: 'change-of-consent' }, consent))
  await hub.settle()
  for (let passed = 0; passed < 6; passed += 1) {
    hub.advance(10 * day)
    await hub.sweep()
  }
}

/** A conflict of staff, told to the lead alone, and corrected; a correction that everybody may see; one that is held; and how an adult stands with a service, told of each. */
export const chronologies: Scene = async ({ hub, calls, taken, send }) => {
  await taken(calls.putChild('C1', aChild({ status: closedLongAgo })))
  const conflict = { who: 'The duty manager', role: 'His sister' }
  const hidden = await send(aConcern({ conflict, flags: ['STAFF_CONFLICT'] }))
  await send(aConcern({ conflict, corrects: hidden as never, factors: ['1B'] }))
  const wrong = await send(aConcern({ incidentOn: '2026-10-31' }))
  await send(aConcern({ corrects: wrong as never, factors: ['1B'] }))
  await send(aConcern({ harm: 'H1', consent: { status: 'REFUSED' } }))
  await send(graveCanaryConcern())
  const said = { engagement: 'DROPPED_OUT', on: '2026-11-20' }
  for (const [at, id] of [hidden, wrong].entries())
    await taken(calls.reportEngagement({ id, key: `how-she-stands-with-us-${at}` }, said))
  hub.advance(60_000)
  await hub.sweep()
}

/** A model on trial leaves the match to a person, who confirms it. */
export const onTrial: Scene = async ({ hub, calls, taken, send }) => {
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
export const waiting: Scene = async ({ hub, calls, taken, send }) => {
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
export const unknown: Scene = async ({ hub, calls, taken, send }) => {
  await send(aConcern({ harm: 'H0', factors: ['21'] }))
  await send(aConcern({ flags: ['DA'] }), otherService)
  await send(aConcern({ harm: 'H1' }))
  hub.advance(day)
  await taken(calls.putChild('C1', aChild({ status: closedLongAgo })))
  await hub.settle()
  hub.advance(100 * day)
  await hub.settle()
}

/** An authority that polls: what its inbox alone has told has still to be opened. */
export const polled: Scene = async ({ hub, taken, calls, send }) => {
  const delivery = { mode: 'poll' } as const
  const row = authorityRow({ code: westmarch, name: 'Westmarch', key: 'westmarch', delivery })
  await hub.store.transact([put(hub.tables.directory, row)])
  hub.advance(60_000)
  await taken(calls.putChild('C1'))
  await send(aConcern({ harm: 'H3' }))
}

/** An authority ends, and another takes over what it had open: an alert, and a question of its register. */
export const reorganised: Scene = async ({ hub, taken, calls, send }) => {
  await taken(calls.putChild('C1'))
  await send(aConcern({ harm: 'H3' }))
  const ends = { until: '2026-11-24', replacedBy: [northmoor] }
  const row = authorityRow({ code: westmarch, name: 'Westmarch', key: 'westmarch', ...ends })
  await hub.store.transact([put(hub.tables.directory, row)])
  hub.advance(day)
  await hub.sweep()
}
