import type { Answers } from '../asked.ts'
import { show } from '../http/answer.ts'
import { countsFor } from './counts.ts'

export const homeAnswers: Answers['inRole'] = {
  home: {
    get: async (asked) =>
      show('home', { tiles: await countsFor(asked), role: asked.acting.position.role }),
  },
}
