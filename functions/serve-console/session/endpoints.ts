import type { Answers } from '../asked.ts'
import { go, show } from '../http/answer.ts'
import { localPathOf } from '../http/local-path.ts'
import { standsUntil, usedAt } from './session.ts'
import { sessionCookie } from './session-cookie.ts'

/** The roles that somebody can choose between, and staying signed in. */
export const sessionAnswers: Answers['signedIn'] = {
  'choose-role': {
    get: ({ session, visit }) => {
      if (session.positions.length === 0) return show('sign-in-none', {}, 403)
      return show('choose-role', {
        positions: session.positions,
        to: localPathOf(visit.query['to']),
      })
    },
    post: async ({ session, visit: { form }, now, deps }) => {
      const to = localPathOf(form.get('to') ?? undefined)
      const wanted = form.get('position') ?? ''
      const chosen = /^\d{1,2}$/.test(wanted) ? Number(wanted) : -1
      if (session.positions[chosen] === undefined) {
        const errors = [{ field: 'position', text: 'choose.error' }]
        return show('choose-role', { positions: session.positions, to, errors }, 400)
      }
      const { looking: _looking, sent: _sent, ...rest } = session
      const next = usedAt({ ...rest, chosen }, now)
      return { ...go(to), cookies: [await sessionCookie(next, deps)] }
    },
  },
  'extend-session': {
    post: async ({ session, visit, now, deps }) => {
      const next = usedAt(session, now)
      const cookies = [await sessionCookie(next, deps)]
      const body = JSON.stringify({ until: standsUntil(next).toISOString() })
      if (visit.headers['accept']?.includes('application/json') !== true)
        return { ...go('/'), cookies }
      return { kind: 'bytes', type: 'application/json', cache: 'no-store', body, cookies }
    },
  },
}
