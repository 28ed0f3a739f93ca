import type { TextKey } from '../texts/texts.ts'
import type { Alert } from './alert.ts'

/** One thing to do or to leave, in words; `stop`: what must not be done, `ring`: whom to ring. */
export type ToDo = {
  readonly tone: 'ring' | 'stop' | 'do'
  readonly text: TextKey
}

type Sign = ToDo & { readonly holds: (alert: Alert) => boolean }

const has =
  (banner: string) =>
  ({ content }: Alert): boolean =>
    content.banners.includes(banner)

const tells =
  (value: string) =>
  ({ content }: Alert): boolean =>
    content.tellParent === value

/** No number that is safe, or nobody said that any is. */
const isNoCallSafe = ({ content: { safety, tellParent } }: Alert): boolean =>
  safety.safeContact?.safeToCall === false ||
  (tellParent === 'safe-contact-only' && safety.safeContact === undefined)

/** What a duty worker does first, in this order: whom to ring, whom not, and what waits. */
const signs: readonly Sign[] = [
  { holds: has('WITHDRAWN_BY_SENDER'), tone: 'stop', text: 'now.withdrawn' },
  { holds: has('PHONE_FIRST'), tone: 'ring', text: 'now.ring-sender' },
  { holds: has('ASK_BEFORE_CONTACT'), tone: 'stop', text: 'now.ask-before-contact' },
  { holds: isNoCallSafe, tone: 'stop', text: 'now.no-call' },
  {
    holds: ({ content }) => content.safety.safeContact?.safeToCall === true,
    tone: 'ring',
    text: 'now.safe-call',
  },
  { holds: tells('no'), tone: 'stop', text: 'now.tell.no' },
  { holds: tells('safe-contact-only'), tone: 'stop', text: 'now.tell.safe-contact-only' },
  { holds: tells('ask-first'), tone: 'stop', text: 'now.tell.ask-first' },
  { holds: tells('yes'), tone: 'do', text: 'now.tell.yes' },
  { holds: has('PROTECTED'), tone: 'stop', text: 'now.protected' },
  {
    holds: ({ content }) => content.safety.conflict !== undefined,
    tone: 'stop',
    text: 'now.conflict',
  },
  { holds: has('LEADS_ONLY'), tone: 'stop', text: 'now.leads-only' },
  { holds: has('PREVIOUS_REMOVAL'), tone: 'do', text: 'now.previous-removal' },
  { holds: has('UNBORN'), tone: 'do', text: 'now.unborn' },
  { holds: has('UNDER_TWO'), tone: 'do', text: 'now.under-two' },
  { holds: has('UNKNOWN_FAMILY'), tone: 'do', text: 'now.unknown-family' },
  { holds: has('KNOWN_TO_ANOTHER_AUTHORITY'), tone: 'do', text: 'now.known-to-another' },
  { holds: has('INCOMPLETE'), tone: 'do', text: 'now.incomplete' },
  { holds: has('CONSENT_INCOMPLETE'), tone: 'do', text: 'now.consent-incomplete' },
  { holds: has('CORRECTION'), tone: 'do', text: 'now.correction' },
  {
    holds: ({ content }) => content.accumulation.rules.length > 0,
    tone: 'do',
    text: 'now.accumulated',
  },
]

/** What to do now, first what cannot wait. Each line follows from the alert alone, and says no more than it does. */
export const whatToDo = (alert: Alert): readonly ToDo[] =>
  signs.filter(({ holds }) => holds(alert)).map(({ tone, text }) => ({ tone, text }))
