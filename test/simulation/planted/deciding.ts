import type { Plant } from './plant.ts'

const assess = 'shared/casework/assess-concern.ts'
const actions = 'shared/aws/dynamodb/commit-actions.ts'

/** Bugs in what is decided, and on what. */
export const deciding: Readonly<Record<string, Plant>> = {
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
  'concern remembered from its first reading': {
    file: 'shared/casework/assess-concern.ts',
    find: '(attempt === 0 ? fresh : undefined) ?? (await deps.read(concernId))',
    replace:
      '((globalThis.held ??= new Map()).has(concernId) || globalThis.held.set(concernId, fresh ?? (await deps.read(concernId)))) && globalThis.held.get(concernId)',
    mode: 'none',
  },
  'alert overwritten without its version': {
    file: 'shared/aws/dynamodb/alerts.ts',
    find: '...[alert, ...others].map((one) => putVersion(tables.casework, alertRow(one))),',
    replace: '...[alert, ...others].map((one) => put(tables.casework, alertRow(one))),',
    mode: 'all',
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
    find: `const ringNow = heldRing(readRingIn(place.store, place.table), place.now)
  const secretIn = unwrapping(place)
  return {
    toRead: async (keys) => {
      if (keys.length === 0) return []
      const ring = await ringNow()`,
    replace: `const held = heldRing(readRingIn(place.store, place.table), place.now)
  const ringNow = () => held().catch(() => ({ version: 1, keys: {}, reads: '', writes: [] }))
  const secretIn = unwrapping(place)
  return {
    toRead: async (keys) => {
      if (keys.length === 0) return []
      const ring = await ringNow(); if (ring.reads === '') return []`,
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
    mode: 'none',
  },
}
