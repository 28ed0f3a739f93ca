import type { TextKey } from '../texts/texts.ts'
import { type Alert, type Notice, noticesIn } from './alert.ts'
import type { Content } from './alert-content.ts'

/** One thing to do or to leave, in words; `stop`: what must not be done, `ring`: whom to ring. */
export type ToDo = {
  readonly tone: 'ring' | 'stop' | 'do'
  readonly text: TextKey
  /** What of the alert says so: whom to ring, or whom to keep it from, stands there. */
  readonly of: readonly Notice[]
}

type Notices = readonly Notice[]
/** The notices for which it is to be said; none: it is not said. */
type Sign = Omit<ToDo, 'of'> & { readonly of: (notices: Notices) => Notices }

const saying =
  (says: (content: Content) => boolean) =>
  (notices: Notices): Notices =>
    notices.filter(({ content }) => says(content))

/** Whoever of the household it was said of: what protects one protects all. */
const has = (banner: string) => saying(({ banners }) => banners.includes(banner))

/** What may be told to a parent, the strictest first. */
const words = ['no', 'safe-contact-only', 'ask-first', 'yes'] as const
const wordOf = ({ tellParent }: Content) => words.find((word) => word === tellParent) ?? 'no'

/** The strictest word of all holds; of one that the console does not know nothing less is taken than of the strictest. */
const tells =
  (word: (typeof words)[number]) =>
  (notices: Notices): Notices => {
    const strictest = words.find((one) => notices.some(({ content }) => wordOf(content) === one))
    return strictest === word ? saying((content) => wordOf(content) === word)(notices) : []
  }

const mayCall = saying(({ safety }) => safety.safeContact?.safeToCall === true)

/** No number that is safe, or nobody said that any is. */
const noCall = (notices: Notices): Notices => {
  const not = saying(({ safety }) => safety.safeContact?.safeToCall === false)(notices)
  const nobodySaid = notices.every(({ content }) => content.safety.safeContact === undefined)
  const safeOnly = saying((content) => wordOf(content) === 'safe-contact-only')(notices)
  return not.length > 0 || !nobodySaid ? not : safeOnly
}

const contactOf = ({ content: { safety } }: Notice): string => JSON.stringify(safety.safeContact)
const once = (notices: Notices): Notices => [
  ...new Map(notices.map((one) => [contactOf(one), one])).values(),
]

const numberOf = ({ content: { safety } }: Notice): string =>
  (safety.safeContact?.number ?? '').replaceAll(/\D/g, '')
const haveOneNumber = (notices: Notices): boolean => new Set(notices.map(numberOf)).size <= 1

/** Two numbers, each said to be the safe one: the later may have been given because the earlier no longer is. */
const numbersDiffer = (notices: Notices): Notices =>
  noCall(notices).length > 0 || haveOneNumber(mayCall(notices)) ? [] : mayCall(notices)

const safeCall = (notices: Notices): Notices =>
  noCall(notices).length > 0 || !haveOneNumber(mayCall(notices)) ? [] : once(mayCall(notices))

const withdrawn = has('WITHDRAWN_BY_SENDER')

/** Only where all notices say so. */
const all =
  (of: (notices: Notices) => Notices) =>
  (notices: Notices): Notices =>
    of(notices).length === notices.length ? notices : []

/** What a duty worker does first, in this order: whom to ring, whom not, and what waits. */
const signs: readonly Sign[] = [
  { of: all(withdrawn), tone: 'stop', text: 'now.withdrawn' },
  {
    of: (notices) => (all(withdrawn)(notices).length > 0 ? [] : withdrawn(notices)),
    tone: 'stop',
    text: 'now.withdrawn-in-part',
  },
  { of: has('PHONE_FIRST'), tone: 'ring', text: 'now.ring-sender' },
  { of: has('ASK_BEFORE_CONTACT'), tone: 'stop', text: 'now.ask-before-contact' },
  { of: noCall, tone: 'stop', text: 'now.no-call' },
  { of: numbersDiffer, tone: 'stop', text: 'now.numbers-differ' },
  { of: safeCall, tone: 'ring', text: 'now.safe-call' },
  { of: tells('no'), tone: 'stop', text: 'now.tell.no' },
  { of: tells('safe-contact-only'), tone: 'stop', text: 'now.tell.safe-contact-only' },
  { of: tells('ask-first'), tone: 'stop', text: 'now.tell.ask-first' },
  { of: tells('yes'), tone: 'do', text: 'now.tell.yes' },
  { of: saying(({ safety }) => safety.keepFrom.length > 0), tone: 'stop', text: 'now.keep-from' },
  { of: has('PROTECTED'), tone: 'stop', text: 'now.protected' },
  {
    of: saying(({ safety }) => safety.conflict !== undefined),
    tone: 'stop',
    text: 'now.conflict',
  },
  { of: has('LEADS_ONLY'), tone: 'stop', text: 'now.leads-only' },
  { of: has('PREVIOUS_REMOVAL'), tone: 'do', text: 'now.previous-removal' },
  { of: has('UNBORN'), tone: 'do', text: 'now.unborn' },
  { of: has('UNDER_TWO'), tone: 'do', text: 'now.under-two' },
  { of: all(has('UNKNOWN_FAMILY')), tone: 'do', text: 'now.unknown-family' },
  { of: has('KNOWN_TO_ANOTHER_AUTHORITY'), tone: 'do', text: 'now.known-to-another' },
  { of: has('INCOMPLETE'), tone: 'do', text: 'now.incomplete' },
  { of: has('CONSENT_INCOMPLETE'), tone: 'do', text: 'now.consent-incomplete' },
  { of: has('CORRECTION'), tone: 'do', text: 'now.correction' },
  {
    of: saying(({ accumulation }) => accumulation.rules.length > 0),
    tone: 'do',
    text: 'now.accumulated',
  },
]

/** What to do now, first what cannot wait. Each line follows from the alert alone, all its notices together, and says no more than they do. */
export const whatToDo = (alert: Alert): readonly ToDo[] => {
  const notices = noticesIn(alert)
  return signs.flatMap(({ of, ...sign }) => {
    const said = of(notices)
    return said.length === 0 ? [] : [{ ...sign, of: said }]
  })
}

const secrets = ['PROTECTED', 'ASK_BEFORE_CONTACT']

/** Whether nobody may be rung, written to or visited unasked where an alert says that they are. */
export const isSecret = ({ banners }: { readonly banners: readonly string[] }): boolean =>
  secrets.some((banner) => banners.includes(banner))
