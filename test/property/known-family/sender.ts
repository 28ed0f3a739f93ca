import { isOpen } from '../../../shared/reviews/review.ts'
import type { ReviewView } from '../../../shared/reviews/review-view.ts'
import type { Form } from './forms.ts'
import type { Act } from './script.ts'
import type { Story } from './story.ts'

const inWords = 'It is proportionate to share the least that serves the child.'

/** A concern as sent; it is followed from then on, where it was taken. */
const send = async (story: Story, form: Form, key = story.aKey()): Promise<void> => {
  const { notes, event, sender, sent } = story
  const headers = { 'Idempotency-Key': key }
  const asked = await event(sender, 'submitConcern', { body: form, headers })
  const { status, body } = await notes.ask('submit', 'submit', asked)
  const id = (body as { concernId?: string } | undefined)?.concernId
  if (status === 202 && id !== undefined && !sent.some((one) => one.id === id))
    sent.push({ id, form, key })
}

const listed = async (story: Story, state: 'open' | 'closed'): Promise<readonly ReviewView[]> => {
  const { notes, event, leads } = story
  const asked = await event(leads[0], 'listReviews', { query: { state } })
  const { body } = await notes.ask(`reviews ${state}`, 'review', asked)
  return (body as { items: ReviewView[] }).items
}

/** The verdict of a lead, and of a second person where it takes two. */
const giveVerdict = async (story: Story, pick: number): Promise<void> => {
  const { notes, event, leads } = story
  const [review] = await listed(story, 'open')
  if (review === undefined || !isOpen(review)) return
  const id = review.reviewId
  for (const lead of leads) {
    const read = await notes.ask('read', 'review', await event(lead, 'readReview', { id }))
    const { verdicts, state } = read.body as ReviewView
    if (state !== 'OPEN' && state !== 'PROPOSED') return
    const verdict = verdicts[pick % verdicts.length]
    const headers = { 'If-Match': String(read.headers['ETag']) }
    const body = { verdict, reason: inWords, notRelated: true }
    const asked = await event(lead, 'decideReview', { id, headers, body })
    await notes.ask('verdict', 'review', asked)
  }
}

type OfOne = Extract<Act, { readonly of: number }>

const paths = {
  challenge: ['challengeAnswer', 'challenge', { reason: 'Nobody has told us anything of him.' }],
  contest: [
    'challengeAnswer',
    'challenge',
    { feedbackNumber: 1, reason: 'He was not seen alone by anybody at all.' },
  ],
  withdraw: [
    'withdrawConcern',
    'changeConsent',
    { reason: 'WRONG_PERSON', words: 'It was her sister whom we meant.' },
  ],
} as const

/** What is done about one concern sent before. */
const about = async (story: Story, act: OfOne): Promise<void> => {
  const { notes, event, sender, sent, aKey } = story
  const one = sent[act.of % Math.max(sent.length, 1)]
  if (one === undefined) return
  const { id, form, key } = one
  const headers = { 'Idempotency-Key': aKey() }
  switch (act.kind) {
    case 'resend':
      return send(story, { ...form, ...act.change })
    case 'correct':
      return send(story, { ...form, flags: [], harm: 'H0', corrects: id })
    case 'repeat':
      return send(story, form, key)
    case 'misuse':
      return send(story, { ...form, reason: 'Something else altogether.' }, key)
    case 'stray': {
      const stray = { ...sender, agency: 'other' }
      const asked = await event(stray, 'followConcern', { id })
      return void (await notes.ask('stray', 'follow', asked))
    }
    case 'consent': {
      const asked = await event(sender, 'changeConsent', { id, headers, body: act.consent })
      return void (await notes.ask('consent', 'changeConsent', asked))
    }
    case 'challenge':
    case 'contest':
    case 'withdraw': {
      const [route, api, body] = paths[act.kind]
      return void (await notes.ask(
        act.kind,
        api,
        await event(sender, route, { id, headers, body }),
      ))
    }
    case 'acknowledge':
    case 'decide':
      return
  }
}

/** What the sender or its lead does; what the stated authority does is not theirs. */
export const doAsSender = async (story: Story, act: Act): Promise<void> => {
  if (act.kind === 'send') return send(story, act.form)
  if (act.kind === 'verdict') return giveVerdict(story, act.pick)
  return about(story, act)
}

const mostPages = 4

const lookThroughList = async ({ notes, event, sender }: Story): Promise<void> => {
  let query: Record<string, string> | undefined = { limit: '2' }
  for (let page = 0; page < mostPages && query !== undefined; page += 1) {
    const asked = await event(sender, 'listConcerns', { query })
    const { body } = await notes.ask('list', 'follow', asked)
    const next = (body as { links: { next?: string } }).links.next
    query =
      next === undefined
        ? undefined
        : Object.fromEntries(new URL(next, 'http://hub.test').searchParams)
  }
}

/** Everything that the sender and its lead can look at. */
export const lookAround = async (story: Story, since: string): Promise<void> => {
  const { hub, notes, event, sender, sent, leads } = story
  for (const { id } of sent)
    await notes.ask('follow', 'follow', await event(sender, 'followConcern', { id }))
  await lookThroughList(story)
  const query = { limit: '50', changedSince: since }
  await notes.ask('changed', 'follow', await event(sender, 'listConcerns', { query }))
  for (const state of ['open', 'closed'] as const)
    for (const { reviewId: id } of await listed(story, state))
      await notes.ask('review', 'review', await event(leads[1], 'readReview', { id }))
  const own = hub.published.filter(({ queue }) => queue === `escalations-${sender.agency}`)
  // A queue keeps no order, and of what one sweep sends side by side none is first.
  notes.write(`messages: ${JSON.stringify(own.map((one) => JSON.stringify(one)).toSorted())}`)
}
