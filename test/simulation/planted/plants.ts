import type { Mode } from '../engine/chaos.ts'

/** A bug as one change of a file, and the mode in which it must be found; a wider sweep may hide it. */
export type Plant = {
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly mode: Mode
  /** Found where a table is put back to an earlier second. */
  readonly isRestored?: boolean
}

const relay = 'shared/casework/relay-message.ts'
const published =
  'if (isPublished) await deps.publish(to, JSON.stringify(eventOf(message, deps.apiUrl)))'
const waiting = 'shared/casework/waiting.ts'
const concerns = 'shared/aws/dynamodb/concerns.ts'
const submit = 'shared/casework/submit-concern.ts'
const assess = 'shared/casework/assess-concern.ts'
const actions = 'shared/aws/dynamodb/commit-actions.ts'
const seal = 'shared/casework/seal-log.ts'
const consents = 'shared/aws/dynamodb/consent-changes.ts'
const withdrawals = 'shared/aws/dynamodb/withdrawals.ts'
const deliver = 'shared/casework/deliver-message.ts'
const never = 'after: 86_400_000'

/** Bugs by name. What one changes must stand in its file once, or the suite fails. */
export const plants: Readonly<Record<string, Plant>> = {
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
  'key outside the transaction': {
    file: concerns,
    find: 'rememberKey(tables.intake, idempotency, { concernId, at: receivedAt }),',
    replace: '',
    mode: 'none',
  },
  'entry of a submission dropped': {
    file: concerns,
    find: '...auditRows(tables.auditEntries, naming(entries, { concerns: [stored] })),',
    replace: '',
    mode: 'none',
  },
  'key taken for another body': {
    file: submit,
    find: "if (committed.bodyHash !== bodyHash) return { kind: 'key-reused' }",
    replace: '',
    mode: 'none',
  },
  'another id for a repetition': {
    file: submit,
    find: "return { kind: 'replayed', concernId: committed.concernId }",
    replace: "return { kind: 'replayed', concernId }",
    mode: 'none',
  },
  'words in an entry': {
    file: submit,
    find: 'const codes = { harm: concern.harm, ...agreed.codes }',
    replace: 'const codes = { harm: concern.harm, reason: concern.reason, ...agreed.codes }',
    mode: 'all',
  },
  'guard of what was said dropped': {
    file: actions,
    find: 'nothingAcceptedSince(intake, commit.concern.concernId, newestChange),',
    replace: '',
    mode: 'all',
  },
  'consent as it was sent': {
    file: assess,
    find: 'const stored = withAcceptedConsent(read, accepted)',
    replace: 'const stored = read',
    mode: 'all',
  },
  'taken back and decided all the same': {
    file: assess,
    find: "if (accepted.withdrawals.length > 0) return 'withdrawn'",
    replace: '',
    mode: 'all',
  },
  'refused commit taken for one': {
    file: assess,
    find: "if ((await deps.commit(commit)) !== 'committed') return 'changed'",
    replace: 'await deps.commit(commit)',
    mode: 'none',
  },
  'entries of an assessment dropped': {
    file: actions,
    find: '      ...said,\n',
    replace: '',
    mode: 'all',
  },
  'concern never taken up': {
    file: actions,
    find: '...(assessment.number === 1 ? [takenUp(intake, concernKey(concern.concernId))] : []),',
    replace: '',
    mode: 'none',
  },
  'sweep blind to concerns': {
    file: waiting,
    find: "assessment: { by: 'watch-clocks', after: aMinute",
    replace: `assessment: { by: 'watch-clocks', ${never}`,
    mode: 'pending',
  },
  'sweep blind to messages': {
    file: waiting,
    find: "relay: { by: 'publish-messages', after: aMinute",
    replace: `relay: { by: 'publish-messages', ${never}`,
    mode: 'pending',
  },
  'sweep blind to withdrawals': {
    file: waiting,
    find: "withdrawal: { by: 'watch-clocks', after: aMinute",
    replace: `withdrawal: { by: 'watch-clocks', ${never}`,
    mode: 'pending',
  },
  'sweep blind to changes of consent': {
    file: waiting,
    find: "consent: { by: 'watch-clocks', after: aMinute",
    replace: `consent: { by: 'watch-clocks', ${never}`,
    mode: 'pending',
  },
  'concern that waits nowhere': {
    file: 'shared/aws/dynamodb/concern-rows.ts',
    find: '  { ...toAssess(stored, urgency), ...inList(stored) },\n',
    replace: '',
    mode: 'pending',
  },
  'withdrawal never taken up': {
    file: withdrawals,
    find: '      takenUp(intake, keyOf(recorded)),\n',
    replace: '',
    mode: 'none',
  },
  'withdrawal that waits nowhere': {
    file: withdrawals,
    find: 'putNew(tables.intake, arrivalRow(keyOf(recorded), waitingForWithdrawal, { at, urgency })),',
    replace: '',
    mode: 'all',
  },
  'change of consent that waits nowhere': {
    file: consents,
    find: 'putNew(tables.intake, arrivalRow(keyOf(change), waitingForConsent, { at, urgency })),',
    replace: '',
    mode: 'all',
  },
  'gap in the log': {
    file: seal,
    find: 'index: before.size + offset,',
    replace: 'index: before.size + offset + 1,',
    mode: 'none',
  },
  'registers not guarded': {
    file: actions,
    find: '...records.map(({ of, id, version }) => unmoved(register, personKey(of, id), version)),',
    replace: '',
    mode: 'all',
  },
  'messages of an assessment dropped': {
    file: actions,
    find: '.filter(({ recordId }) => !isOfQuestion(recordId))',
    replace: '.filter(() => false)',
    mode: 'none',
  },
  'alert never written': {
    file: actions,
    find: '...alerts.map((alert) => putNew(casework, alertRow(alert))),',
    replace: '',
    mode: 'none',
  },
  'questions dropped': {
    file: actions,
    find: 'later: [...questionRows(tables, commit), ',
    replace: 'later: [',
    mode: 'none',
  },
  'version of a concern not guarded': {
    file: 'shared/aws/dynamodb/concern-rows.ts',
    find: '  ...putVersion(casework, concernRow(stored)),\n',
    replace: '  ...put(casework, concernRow(stored)),\n',
    mode: 'all',
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
  'nobody is chased': {
    file: 'shared/casework/chase-if-overdue.ts',
    find: 'alert === undefined ? undefined : chaseAlert(alert, now)',
    replace: 'undefined as ReturnType<typeof chaseAlert>',
    mode: 'all',
  },
  'read without an entry': {
    file: 'shared/casework/read-alert.ts',
    find: "await deps.record(record('ALERT_READ', about, { people: read.people, codes }))",
    replace: '',
    mode: 'none',
  },
  'consent of the first try for every try': {
    file: 'shared/casework/assess-concern.ts',
    find: '(attempt === 0 ? fresh : undefined) ?? (await deps.read(concernId))',
    replace: 'fresh ?? (await deps.read(concernId))',
    mode: 'none',
  },
  'alert overwritten without its version': {
    file: 'shared/aws/dynamodb/alerts.ts',
    find: '...[alert, ...others].map((one) => putVersion(tables.casework, alertRow(one))),',
    replace: '...[alert, ...others].map((one) => put(tables.casework, alertRow(one))),',
    mode: 'all',
  },
  'change of consent that moved on and is taken for applied': {
    file: 'shared/casework/apply-consent.ts',
    find: "return committed === 'committed' ? { kind: 'applied' } : 'changed'",
    replace: "return { kind: committed === 'committed' ? 'applied' : 'already-applied' }",
    mode: 'none',
  },
  'withdrawal that moved on and is taken for applied': {
    file: 'shared/casework/apply-withdrawal.ts',
    find: "return committed === 'committed' ? { kind: 'applied' } : 'changed'",
    replace: "return { kind: committed === 'committed' ? 'applied' : 'already-applied' }",
    mode: 'none',
  },
  'register without its key is empty': {
    file: 'shared/aws/kms/index-hash.ts',
    find: 'const secret = await secretIn(ring, ring.reads)',
    replace:
      'const secret = await secretIn(ring, ring.reads).catch(() => undefined); if (secret === undefined) return []',
    mode: 'all',
  },
  'register without its ring is empty': {
    file: 'shared/aws/kms/index-hash.ts',
    find: 'const ring = await ringNow()\n      const secret = ',
    replace:
      'const ring = await ringNow().catch(() => undefined); if (ring === undefined) return []\n      const secret = ',
    mode: 'all',
  },
  'head of the log moved without its version': {
    file: 'shared/aws/dynamodb/audit-log.ts',
    find: 'putVersion(table, { ...headKey, origin, version, size: range.size, root, range: range.hashes })',
    replace:
      "({ kind: 'put', table, row: { ...headKey, origin, version, size: range.size, root, range: range.hashes } })",
    mode: 'none',
  },
  'log signed on after it was put back': {
    file: 'shared/casework/publish-log.ts',
    find: "if (size < newest.size || left === 0) throw contradiction('REWOUND')",
    replace: 'if (size < newest.size || left === 0) return head',
    mode: 'all',
    isRestored: true,
  },
  'sum blind to what is forgotten': {
    file: 'shared/casework/conservation.ts',
    find: "if (arrivedAt === undefined) return 'forgotten'",
    replace: "if (arrivedAt === undefined) return 'in-flight'",
    mode: 'all',
    isRestored: true,
  },
  'wait that never ends': {
    file: 'shared/casework/attend-clock.ts',
    find: 'await endWait(concernId)',
    replace: '',
    mode: 'all',
    isRestored: true,
  },
  'nobody is told again': {
    file: waiting,
    find: "unanswered: { by: 'publish-messages', after: atOnce",
    replace: `unanswered: { by: 'publish-messages', ${never.replace('86_400_000', '864_000_000')}`,
    mode: 'all',
  },
  'chase that forgets': {
    file: 'shared/aws/dynamodb/alert-rows.ts',
    find: '    ...(waitingUntil !== undefined && {',
    replace: '    ...(waitingUntil !== undefined && alert.chases === 0 && {',
    mode: 'all',
  },
  'sweep that throws at the first failure': {
    file: 'shared/casework/sweep.ts',
    find: 'return { isDone: false, failed: [{ subject: subjectOf(waiting), error }], isFailure: true }',
    replace: 'throw error',
    mode: 'pending',
  },
  'unreadable row kept nowhere': {
    file: 'shared/aws/dynamodb/quarantine.ts',
    find: 'await store.transact(rows.map((one) => written(casework, one)))',
    replace: 'void rows',
    mode: 'pending',
  },
  'what is left over kept nowhere': {
    file: 'shared/aws/dynamodb/left-over.ts',
    find: "const result = await store.transact([...decisive, ...inside, ...work])\n  if (result !== 'committed') return result\n",
    replace: 'void work; return store.transact([...decisive, ...inside])\n',
    mode: 'all',
  },
  'record of a register read and not guarded': {
    file: assess,
    find: 'const restsOn = { records: recordsRead(household.around),',
    replace: 'const restsOn = { records: [],',
    mode: 'all',
  },
  'rows left out taken for absent': {
    file: 'shared/aws/dynamodb/batch-get.ts',
    find: 'rest = Object.keys(UnprocessedKeys).length === 0 ? undefined : (UnprocessedKeys as Keys)',
    replace: 'rest = undefined; void UnprocessedKeys',
    mode: 'all',
  },
  'key that expires at once': {
    file: 'shared/aws/dynamodb/idempotency.ts',
    find: 'const days = 30',
    replace: 'const days = 0',
    mode: 'none',
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
    file: deliver,
    find: "if (isTaken(pushed)) return { kind: 'delivered', ...said }",
    replace: "return { kind: 'delivered', ...said }",
    mode: 'none',
  },
  'postponed message forgotten': {
    file: 'functions/deliver-alerts/handler.ts',
    find: "return result.kind !== 'postponed'",
    replace: 'return true',
    mode: 'none',
  },
}
