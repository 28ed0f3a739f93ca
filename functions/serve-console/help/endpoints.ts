import type { Answers } from '../asked.ts'
import { show } from '../http/answer.ts'

/** What stands open to everybody. */
export const helpAnswers: Answers['everybody'] = {
  help: { get: () => show('help') },
  accessibility: { get: () => show('accessibility') },
  keys: {
    get: async ({ deps }) => ({
      kind: 'bytes',
      type: 'application/json',
      cache: 'no-store',
      body: JSON.stringify(await deps.publicKeys()),
    }),
  },
}
