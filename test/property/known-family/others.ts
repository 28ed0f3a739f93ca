import { type Holder, holderOf, isAuthority } from '../../../shared/agencies/holder.ts'
import { type Alert, concernsIn } from '../../../shared/alerts/alert.ts'
import { isOpen, type Review } from '../../../shared/reviews/review.ts'
import type { ReviewView } from '../../../shared/reviews/review-view.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import {
  partnershipLead,
  westmarch,
  westmarchRegister,
  westmarchReviewer,
} from '../../builders/clients.ts'
import type { Aside, Known, Record, Telling } from './registers.ts'
import type { Act } from './script.ts'
import type { Caller, Story } from './story.ts'

const inWords = 'She is the person of this name on our register, we are sure of it.'
const everyScope = ['alerts.read', 'alerts.write', 'alerts.lead'] as const

/** Whoever answers for a holder, its lead's own alerts too. */
const answererOf = (holder: Holder): Caller =>
  isAuthority(holder)
    ? { ...westmarch, clientId: `all-of-${holder}`, authority: holder, scopes: [...everyScope] }
    : partnershipLead

const alertsIn = async ({ hub }: Story): Promise<readonly Alert[]> =>
  (await hub.rows('casework')).flatMap((row) => (row['alert'] as Alert | undefined) ?? [])

const answer = async (story: Story, alert: Alert, step: 'acknowledge' | 'decide') => {
  const { hub, event } = story
  const route = step === 'acknowledge' ? 'acknowledgeAlert' : 'recordOutcome'
  const asked = await event(answererOf(alert.authority), route, {
    id: alert.alertId,
    headers: { 'If-Match': `"${alert.version}"` },
    ...(step === 'decide' && { body: { outcome: 'ASSESSMENT_S17' } }),
  })
  await hub.call('answer', asked)
}

/** Concerns of the sender that an alert tells the authority of that they name; what is told of the adopted is apart. */
const statedIn = ({ sent }: Story, alert: Alert): readonly string[] =>
  sent
    .filter(({ id }) => alert.isOfAdopted !== true && concernsIn(alert).some((told) => told === id))
    .filter(({ form }) => holderOf(aDirectory, form.authority, '2026-11-26') === alert.authority)
    .map(({ id }) => id)

/** The authority that the sender stated answers the concern: in both hubs alike, where it has it. */
export const doAsStated = async (story: Story, act: Act): Promise<void> => {
  if (act.kind !== 'acknowledge' && act.kind !== 'decide') return
  const one = story.sent[act.of % Math.max(story.sent.length, 1)]
  for (const alert of await alertsIn(story)) {
    if (one !== undefined && statedIn(story, alert).includes(one.id))
      await answer(story, alert, act.kind)
  }
}

const record = async ({ hub, event }: Story, { council, id, child }: Record): Promise<void> => {
  const caller = { ...westmarchRegister, clientId: `register-of-${council}`, authority: council }
  const asked = await event(caller, 'putChild', { id, body: child })
  const { status, body } = await hub.call('register', asked)
  if (status !== 200) throw new Error(JSON.stringify(body))
}

const tellOf = async (story: Story, { by, form }: Telling): Promise<void> => {
  const { hub, event, aKey } = story
  const today = hub.now().toISOString().slice(0, 10)
  const { incidentOn, ...rest } = form
  const isPast = incidentOn !== undefined && incidentOn <= today
  const asked = await event(by, 'submitConcern', {
    headers: { 'Idempotency-Key': aKey() },
    body: { ...rest, ...(isPast && { incidentOn }) },
  })
  await hub.call('submit', asked)
}

const reviewerOf = ({ authority }: Review): Caller =>
  authority === undefined
    ? partnershipLead
    : {
        ...westmarchReviewer,
        clientId: `reviewer-of-${authority}`,
        authority,
        scopes: [...westmarchReviewer.scopes, 'alerts.lead'],
      }

const decideOne = async (story: Story, review: Review, verdict: string): Promise<void> => {
  const { hub, event } = story
  const reader = reviewerOf(review)
  const id = review.reviewId
  for (const caller of [reader, { ...reader, clientId: `${reader.clientId}-two` }]) {
    const read = await hub.call('review', await event(caller, 'readReview', { id }))
    const { people } = read.body as ReviewView
    const ids = people.flatMap((person) => person.id ?? []).slice(0, 1)
    const headers = { 'If-Match': String(read.headers['ETag']) }
    const body = {
      verdict,
      reason: inWords,
      notRelated: true,
      ...(verdict === 'IDENTIFIED' && { ids }),
    }
    await hub.call('review', await event(caller, 'decideReview', { id, headers, body }))
  }
}

const decide = async (story: Story, asked: Review['asked'], verdict: string): Promise<void> => {
  const rows = await story.hub.rows('casework')
  const reviews = rows.flatMap((row) => (row['review'] as Review | undefined) ?? [])
  const open = reviews.filter((review) => review.asked === asked && isOpen(review))
  for (const review of open) await decideOne(story, review, verdict)
}

/** What happens only where the family is known. */
export const doAside = async (story: Story, aside: Aside): Promise<void> => {
  switch (aside.kind) {
    case 'recorded':
      return record(story, aside.record)
    case 'told':
      return tellOf(story, aside.telling)
    case 'identity':
      return decide(story, 'authority', aside.verdict)
    case 'partnership':
      return decide(story, 'partnership-lead', aside.verdict)
    case 'others-acknowledge':
    case 'others-decide':
      for (const alert of await alertsIn(story))
        if (statedIn(story, alert).length === 0)
          await answer(story, alert, aside.kind === 'others-decide' ? 'decide' : 'acknowledge')
  }
}

/** All that is known beforehand, told to a hub. */
export const makeKnown = async (story: Story, { records, told }: Known): Promise<void> => {
  for (const one of records) await record(story, one)
  for (const telling of told) await tellOf(story, telling)
}
