import type { Plant } from './plant.ts'

const waiting = 'shared/casework/waiting.ts'
const seal = 'shared/casework/seal-log.ts'
const never = 'after: 86_400_000'

/** Bugs in what waits, stands aside or was put back, and in the log. */
export const sweeping: Readonly<Record<string, Plant>> = {
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
  'gap in the log': {
    file: seal,
    find: 'index: before.size + offset,',
    replace: 'index: before.size + offset + 1,',
    mode: 'none',
  },
  'nobody is chased': {
    file: 'shared/casework/chase-if-overdue.ts',
    find: 'alert === undefined ? undefined : chaseAlert(alert, now)',
    replace: 'undefined as ReturnType<typeof chaseAlert>',
    mode: 'all',
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
  'sum that takes what is forgotten for in flight': {
    file: 'shared/casework/conservation.ts',
    find: "if (arrivedAt === undefined) return 'forgotten'",
    replace: "if (arrivedAt === undefined) return 'in-flight'",
    mode: 'none',
  },
  'sum that does not count alerts': {
    file: 'shared/casework/conservation.ts',
    find: "if (alerts.length < expected) return 'alert-lost'",
    replace: '',
    mode: 'none',
  },
  'sweep that ends at the first failure': {
    file: 'shared/casework/sweep.ts',
    find: 'return { isDone: false, failed: [{ subject: subjectOf(waiting), error }], isFailure: true }',
    replace: 'throw error',
    mode: 'pending',
  },
}
