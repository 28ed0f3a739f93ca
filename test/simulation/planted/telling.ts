import type { Plant } from './plant.ts'

const relay = 'shared/casework/relay-message.ts'
const deliver = 'shared/casework/deliver-message.ts'
const published =
  'if (isPublished) await deps.publish(to, JSON.stringify(eventOf(message, deps.apiUrl)))'

/** Bugs in who is told, and what leaves. */
export const telling: Readonly<Record<string, Plant>> = {
  'mark before publish': {
    file: relay,
    find: published,
    replace: `await deps.markSent({ ...message, status: 'SENT' as const, sentAt: now.toISOString() }, [], []); ${published}`,
    mode: 'none',
  },
  'never publish': { file: relay, find: published, replace: '', mode: 'all' },
  'swallow what publishing throws': {
    file: relay,
    find: published,
    replace: published.replace(/\)$/u, ').catch(() => undefined)'),
    mode: 'none',
  },
  'swallow a batch error': {
    file: 'shared/streams/in-order.ts',
    find: 'return isLeft',
    replace: 'return true',
    mode: 'none',
  },
  'alert without a clock': {
    file: 'shared/aws/dynamodb/alert-rows.ts',
    find: 'waitingFor: waitingIn(waitingForAnswer, alert.alertId, urgency),',
    replace: '',
    mode: 'all',
  },
  'question without a clock': {
    file: 'shared/aws/dynamodb/reviews.ts',
    find: 'waitingFor: waitingIn(waitingForReview, review.reviewId, review.urgency),',
    replace: '',
    mode: 'all',
  },
  'message that waits nowhere': {
    file: 'shared/aws/dynamodb/alert-rows.ts',
    find: '  message,\n  ...waitOf(message),\n',
    replace: '  message,\n',
    mode: 'pending',
  },
  'read without an entry': {
    file: 'shared/casework/read-alert.ts',
    find: "await deps.record(record('ALERT_READ', about, { people: read.people, codes }))",
    replace: '',
    mode: 'none',
  },
  'chase that forgets': {
    file: 'shared/aws/dynamodb/alert-rows.ts',
    find: '    ...(waitingUntil !== undefined && {',
    replace: '    ...(waitingUntil !== undefined && alert.chases === 0 && {',
    mode: 'all',
  },
  'delivered without an entry': {
    file: deliver,
    find: "if (left.kind !== 'reference') await deps.record(left.entries)",
    replace: '',
    mode: 'none',
  },
  'pushed in clear': {
    file: 'shared/casework/content-to-deliver.ts',
    find: "return key === undefined ? undefined : { kind: 'key', key }",
    replace: "return { kind: 'none' }",
    mode: 'none',
  },
  'refused push taken for one': {
    file: 'shared/casework/push-or-enqueue.ts',
    find: "if (isTaken(pushed)) return { kind: 'delivered' }",
    replace: "return { kind: 'delivered' }",
    mode: 'none',
  },
  'postponed message forgotten': {
    file: 'functions/deliver-alerts/handler.ts',
    find: "return kind !== 'postponed'",
    replace: 'return true',
    mode: 'none',
  },
}
