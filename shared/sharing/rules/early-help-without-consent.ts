import { atOnce, type DecidingRule, review } from '../rule.ts'
import { notWatched, watched } from './watched.ts'

/** Early help is offered, not imposed: without consent nothing goes, but a watched family is seen by a person first. */
export const earlyHelpWithoutConsent: DecidingRule = {
  kind: 'decides',
  id: 'R16',
  when: 'H1 and consent not GIVEN',
  cites: [
    'HM Government, Information sharing advice 2018: with consent where appropriate',
    'F3, F5, F8, F10, F14',
  ],
  mustRecord: 'expiry date',
  asks: { kind: 'watched', of: 'partnership-lead' },
  applies: ({ harm }) => harm === 'H1',
  cells: [
    { ...review(2, 'SHARE_MINIMAL'), ...watched },
    { ...atOnce('HOLD'), ...notWatched },
  ],
}
