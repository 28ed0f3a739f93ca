import type { Answers } from '../asked.ts'
import { readOwn } from '../concern/own-draft.ts'
import { show } from '../http/answer.ts'
import { isSeenBy } from '../pages.ts'
import { countsFor } from './counts.ts'
import { linksOf } from './links.ts'

export const homeAnswers: Answers['inRole'] = {
  home: {
    get: async (asked) => {
      const { role } = asked.acting.position
      const isSender = isSeenBy('worried', role)
      const [tiles, draft] = await Promise.all([
        countsFor(asked),
        isSender ? readOwn(asked) : undefined,
      ])
      const isThrown = asked.visit.query['thrown'] === 'yes'
      return show('home', {
        role,
        tiles,
        isSender,
        isThrown,
        hasDraft: draft !== undefined,
        links: linksOf(role),
      })
    },
  },
}
