import type { Plant } from './plant.ts'

const concerns = 'shared/aws/dynamodb/concerns.ts'
const submit = 'shared/casework/submit-concern.ts'
const consents = 'shared/aws/dynamodb/consent-changes.ts'
const withdrawals = 'shared/aws/dynamodb/withdrawals.ts'

/** Bugs in what is received, and what its sender says of it later. */
export const receiving: Readonly<Record<string, Plant>> = {
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
  'version of a concern not guarded': {
    file: 'shared/aws/dynamodb/concern-rows.ts',
    find: '  ...putVersion(casework, concernRow(stored)),\n',
    replace: '  ...put(casework, concernRow(stored)),\n',
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
  'key that expires at once': {
    file: 'shared/aws/dynamodb/idempotency.ts',
    find: 'const days = 30',
    replace: 'const days = 0',
    mode: 'pending',
  },
}
