import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../functions/serve-console/alerts/alert.ts'
import {
  bodyOfFeedback,
  bodyOfOutcome,
  bodyOfTelling,
} from '../../../functions/serve-console/alerts/body-of-answer.ts'
import { dueOf } from '../../../functions/serve-console/alerts/due-in-words.ts'
import {
  familyPicture,
  whoIsWhose,
} from '../../../functions/serve-console/alerts/family-picture.ts'
import {
  filtered,
  type Listed,
  nextUntaken,
  readAlertsWithInitials,
} from '../../../functions/serve-console/alerts/inbox.ts'
import { justDone } from '../../../functions/serve-console/alerts/just-done.ts'
import { momentIn } from '../../../functions/serve-console/alerts/london-time.ts'
import { ageOfChild } from '../../../functions/serve-console/alerts/people.ts'
import { mayOffer, nextStep } from '../../../functions/serve-console/alerts/steps.ts'
import { happenedSince } from '../../../functions/serve-console/alerts/what-happened.ts'
import { whatToDo } from '../../../functions/serve-console/alerts/what-to-do.ts'
import type { AskHubAs } from '../../../functions/serve-console/hub/ask-as.ts'
import { waterfallOf } from '../../../functions/serve-console/pictures/waterfall.ts'

const content: Alert['content'] = {
  harmSent: 'H2',
  harm: 'H2',
  raisedBy: [],
  decision: 'SHARE',
  rule: 'R10',
  basis: {
    article6: ['6(1)(c)'],
    schedule1: 'para-2',
    article10: null,
    confidence: 'consent',
    statute: [],
  },
  policyVersion: '1',
  why: [],
  alsoTold: [],
  tellParent: 'yes',
  flags: [],
  factors: [],
  banners: [],
  care: [],
  event: { on: '2026-11-27', isOngoing: false },
  joined: [],
  accumulation: { rules: [], contributing: [], others: 0 },
  earlier: [],
  reason: '',
  adults: [],
  children: [],
  safety: { keepFrom: [] },
  consent: {},
  referrer: { agencyName: 'Turning Tide', name: 'Ines', role: 'Worker' },
  whereabouts: [],
  homesElsewhere: [],
  narrative: [],
  substances: [],
  disabilities: [],
  involvement: [],
  unread: [],
  protected: [],
}
const anAlert = (change: Partial<Alert> = {}, told: Partial<Alert['content']> = {}): Alert => ({
  alertId: '01a21dac-b332-744f-9a6f-61189288e8ba',
  kind: 'matched',
  isLeadsOnly: false,
  state: 'RAISED',
  version: 1,
  harm: 'H2',
  priority: 'amber',
  raisedAt: '2026-11-27T09:00:00.000Z',
  dueAt: '2026-11-30T23:59:59.999Z',
  handOvers: [],
  revised: [],
  tellings: [],
  challenges: [],
  silences: [],
  furtherNotices: [],
  engagements: [],
  priorAlertIds: [],
  content: { ...content, ...told },
  ...change,
})
const now = new Date('2026-11-27T12:00:00Z')

describe('what to do now', () => {
  const textsOf = (told: Partial<Alert['content']>) =>
    whatToDo(anAlert({}, told)).map(({ text }) => text)

  it('begins with whom to ring and whom not', () => {
    const banners = ['UNDER_TWO', 'PROTECTED', 'ASK_BEFORE_CONTACT', 'PHONE_FIRST']
    expect(textsOf({ banners, tellParent: 'no' })).toEqual([
      'now.ring-sender',
      'now.ask-before-contact',
      'now.tell.no',
      'now.protected',
      'now.under-two',
    ])
  })

  it.each([
    [undefined, 'yes', false],
    [undefined, 'safe-contact-only', true],
    [{ safeToCall: false }, 'yes', true],
    [{ safeToCall: true, number: '01632 960222' }, 'safe-contact-only', false],
  ] as const)(
    'with the contact %o and telling %s lets nobody ring: %s',
    (safeContact, tellParent, not) => {
      const safety = { keepFrom: [], ...(safeContact && { safeContact }) }
      const texts = textsOf({ tellParent, safety })
      expect(texts.includes('now.no-call')).toBe(not)
      expect(texts.includes('now.safe-call')).toBe(safeContact?.safeToCall === true)
    },
  )
})

describe('what to do now, where it was told again', () => {
  type Told = Partial<Alert['content']>
  const again = (...told: readonly Told[]): Alert['furtherNotices'] =>
    told.map((one) => ({
      at: '2026-11-27T10:00:00.000Z',
      engagements: [],
      content: { ...content, ...one },
    }))
  const textsOf = (first: Told, ...later: readonly Told[]) =>
    whatToDo(anAlert({ furtherNotices: again(...later) }, first)).map(({ text }) => text)
  const calling = (safeContact: Alert['content']['safety']['safeContact']): Told => ({
    safety: { keepFrom: [], safeContact },
  })

  it.each([
    [{ banners: ['ASK_BEFORE_CONTACT'] }, 'now.ask-before-contact'],
    [{ banners: ['PROTECTED'] }, 'now.protected'],
    [{ banners: ['LEADS_ONLY'] }, 'now.leads-only'],
    [{ safety: { keepFrom: [], conflict: { who: 'A', role: 'B' } } }, 'now.conflict'],
    [{ safety: { keepFrom: [{ person: 'A', why: 'B' }] } }, 'now.keep-from'],
    [calling({ safeToCall: false }), 'now.no-call'],
    [{ tellParent: 'no' }, 'now.tell.no'],
  ] as const)('says it whichever notice carries it: %o', (told, text) => {
    expect(textsOf({}, {})).not.toContain(text)
    const other = told as Told
    const places: (readonly [Told, ...Told[]])[] = [
      [other],
      [other, {}],
      [{}, other],
      [{}, {}, other],
    ]
    for (const notices of places) expect(textsOf(...notices)).toContain(text)
  })

  it('lets the strictest word on telling a parent hold, and a word that it does not know be the strictest', () => {
    const tells = (...all: readonly string[]) => {
      const [first = '', ...later] = all
      const texts = textsOf({ tellParent: first }, ...later.map((tellParent) => ({ tellParent })))
      return texts.filter((text) => text.startsWith('now.tell'))
    }
    expect(tells('yes', 'ask-first')).toEqual(['now.tell.ask-first'])
    expect(tells('ask-first', 'yes', 'safe-contact-only')).toEqual(['now.tell.safe-contact-only'])
    expect(tells('no', 'yes')).toEqual(['now.tell.no'])
    expect(tells('yes', 'newer-word')).toEqual(['now.tell.no'])
  })

  it('lets nobody ring where one notice says that it is not safe, or where two name different numbers', () => {
    const safe = calling({ safeToCall: true, number: '01632 960222' })
    const ringing = (first: Told, later: Told) =>
      textsOf(first, later).filter((text) =>
        ['now.no-call', 'now.safe-call', 'now.numbers-differ'].includes(text),
      )
    expect(ringing(safe, {})).toEqual(['now.safe-call'])
    expect(ringing({}, safe)).toEqual(['now.safe-call'])
    expect(ringing(safe, calling({ safeToCall: false }))).toEqual(['now.no-call'])
    expect(ringing(safe, calling({ safeToCall: true, number: '01632960222' }))).toEqual([
      'now.safe-call',
    ])
    expect(ringing(safe, calling({ safeToCall: true, number: '01632 960333' }))).toEqual([
      'now.numbers-differ',
    ])
    expect(ringing(safe, { tellParent: 'safe-contact-only' })).toEqual(['now.safe-call'])
    expect(ringing({ tellParent: 'safe-contact-only' }, {})).toEqual(['now.no-call'])
  })

  it('says of each that must not hear, from each notice', () => {
    const [kept] = whatToDo(
      anAlert(
        {
          furtherNotices: again({
            safety: { keepFrom: [{ person: 'His aunt', why: 'She tells' }] },
          }),
        },
        { safety: { keepFrom: [{ person: 'His sister', why: 'She told before' }] } },
      ),
    ).filter(({ text }) => text === 'now.keep-from')
    const people = kept?.of.flatMap(({ content: { safety } }) => safety.keepFrom)
    expect(people?.map(({ person }) => person)).toEqual(['His sister', 'His aunt'])
  })

  it('still protects by what was taken back, and says that the family is unknown only if no notice knows it', () => {
    const back = ['WITHDRAWN_BY_SENDER', 'PROTECTED']
    expect(textsOf({}, { banners: back })).toEqual([
      'now.withdrawn-in-part',
      'now.tell.yes',
      'now.protected',
    ])
    expect(textsOf({ banners: back }, { banners: back })[0]).toBe('now.withdrawn')
    const unknown = { banners: ['UNKNOWN_FAMILY'] }
    expect(textsOf(unknown, {})).not.toContain('now.unknown-family')
    expect(textsOf(unknown, unknown)).toContain('now.unknown-family')
  })
})

describe('the inbox', () => {
  const item = (alertId: string, change: Partial<Listed> = {}): Listed => ({
    alertId,
    state: 'RAISED',
    version: 1,
    kind: 'matched',
    harm: 'H3',
    priority: 'red',
    urgency: 'today',
    raisedAt: '',
    dueAt: '',
    agencyName: '',
    isOverdue: false,
    ...change,
  })
  const items = [
    item('a', { state: 'ACKNOWLEDGED', heldBy: 'w-1', isOverdue: true }),
    item('b', { state: 'DECIDED', heldBy: 'w-2', harm: 'H2' }),
    item('c'),
    item('d', { harm: 'H1' }),
    // Given back to the team.
    item('e', { state: 'ACKNOWLEDGED' }),
  ]
  it.each([
    ['all', '', 'abcde'],
    ['nobody', '', 'cde'],
    ['nobody', 'H1', 'd'],
    ['mine', '', 'a'],
    ['others', '', 'b'],
    ['late', '', 'a'],
    ['late', 'H1', ''],
  ] as const)('shows %s of level "%s": %s', (filter, harm, ids) => {
    const shown = filtered(items, { filter, harm, workId: 'w-1' })
    expect(shown.map(({ alertId }) => alertId).join('')).toBe(ids)
  })

  it('stands without initials where they cannot be had, and says no more of a refusal', async () => {
    const asked: string[] = []
    const asking =
      (status: number): AskHubAs =>
      async ({ path }) => {
        asked.push(path)
        const problem = { status, code: 'store-busy', errors: [] }
        return path.includes('initials')
          ? { kind: 'problem', problem }
          : { kind: 'ok', etag: '', body: { items: [item('a')], links: {} } }
      }
    const page = { state: 'open' } as const
    const shown = await readAlertsWithInitials({ ask: asking(503) }, page)
    expect(shown).toMatchObject({ hasInitials: false, items: [{ alertId: 'a' }] })
    expect(asked).toEqual([
      '/alerts?state=open&limit=100&with=initials',
      '/alerts?state=open&limit=100',
    ])
    await expect(readAlertsWithInitials({ ask: asking(403) }, page)).rejects.toThrow('403')
  })

  it('has as next the first that nobody has, but the one just open', () => {
    expect(nextUntaken(items)?.alertId).toBe('c')
    expect(nextUntaken(items, 'c')?.alertId).toBe('d')
    expect(nextUntaken(items.slice(0, 2))).toBeUndefined()
  })

  it.each([
    ['2026-11-27T12:45:00Z', { isLate: false, text: 'due.left.minutes', values: { count: 45 } }],
    ['2026-11-27T16:10:00Z', { isLate: false, text: 'due.left.hours', values: { count: 4 } }],
    ['2026-11-30T23:00:00Z', { isLate: false, text: 'due.left.days', values: { count: 3 } }],
    ['2026-11-27T11:59:00Z', { isLate: true, text: 'due.late.minutes', values: { count: 1 } }],
    ['2026-11-27T06:00:00Z', { isLate: true, text: 'due.late.hours', values: { count: 6 } }],
    ['2026-11-20T12:00:00Z', { isLate: true, text: 'due.late.days', values: { count: 7 } }],
  ])('says of what is due at %s how late it is', (dueAt, due) => {
    expect(dueOf(dueAt, now)).toMatchObject(due)
  })
})

describe('a step', () => {
  it.each([
    ['RAISED', 'take'],
    ['ACKNOWLEDGED', 'outcome'],
    ['CHALLENGED', 'outcome'],
    ['DECIDED', 'feedback'],
    ['FED_BACK', undefined],
  ])('of an alert that is %s is next: %s', (state, step) => {
    const heldBy = state === 'RAISED' ? undefined : 'w-2'
    expect(nextStep({ state, outcome: undefined, heldBy })).toBe(step)
  })

  it('of an alert that was given back is to take it, while anything is owed', () => {
    const givenBack = { outcome: undefined, heldBy: undefined }
    expect(nextStep({ state: 'ACKNOWLEDGED', ...givenBack })).toBe('take')
    expect(nextStep({ state: 'FED_BACK', ...givenBack })).toBeUndefined()
  })

  it('about the work that followed is there once the sender was told, and where nobody was turned away', () => {
    const outcome = { at: '', code: 'ASSESSMENT_S17' }
    expect(mayOffer('case-status', { state: 'FED_BACK', outcome } as Alert)).toBe(true)
    expect(mayOffer('case-status', { state: 'DECIDED', outcome } as Alert)).toBe(false)
    const away = { at: '', code: 'NO_FURTHER_ACTION' }
    expect(mayOffer('case-status', { state: 'FED_BACK', outcome: away } as Alert)).toBe(false)
  })
})

describe('what somebody is told that they did', () => {
  const mine = { practitioner: 'w-1', at: '2026-11-27T10:00:00.000Z' }
  const outcome = { ...mine, code: 'NO_FURTHER_ACTION' }
  it.each([
    ['take', { heldBy: 'w-1' }, 'did.take'],
    ['take', { acknowledgement: mine, heldBy: 'w-2' }, undefined],
    ['hand-over', { handOvers: [{ ...mine, to: 'w-2' }], heldBy: 'w-2' }, 'did.hand-over'],
    ['hand-over', { handOvers: [{ ...mine, practitioner: 'w-2' }] }, undefined],
    ['take', {}, undefined],
    ['outcome', { state: 'DECIDED', outcome }, 'did.outcome'],
    ['outcome', { state: 'FED_BACK', outcome }, 'did.recorded'],
    ['outcome', { state: 'ACKNOWLEDGED', outcomeProposed: outcome }, 'did.proposed'],
    ['feedback', { state: 'FED_BACK', feedback: { ...mine, lines: [] } }, 'did.feedback'],
    ['case-status', { caseEndProposed: mine }, 'did.end-proposed'],
    ['anything', { acknowledgement: mine }, undefined],
  ] as const)('with done=%s, of an alert with %o, is %s', (step, change, text) => {
    expect(justDone(step, anAlert(change as Partial<Alert>), 'w-1')).toBe(text)
  })
})

describe('what is sent', () => {
  const discussed = {
    'discussionDay-day': '3',
    'discussionDay-month': '7',
    'discussionDay-year': '2026',
    discussionTime: '14:30',
  }
  it('of an outcome is what belongs to it, and no more', () => {
    const all = {
      ...discussed,
      conference: 'INITIAL',
      whyDecided: '',
      whyTurnedAway: 'x',
      priorItemsRead: 'a b',
    }
    expect(bodyOfOutcome('CONFERENCE', all)).toEqual({
      outcome: 'CONFERENCE',
      conference: 'INITIAL',
      strategyDiscussionAt: '2026-07-03T13:30:00.000Z',
    })
    expect(bodyOfOutcome('ADVICE_GIVEN', all)).toEqual({
      outcome: 'ADVICE_GIVEN',
      reason: 'x',
      priorItemsRead: ['a', 'b'],
    })
  })

  it('to the sender says of each line what it is', () => {
    expect(
      bodyOfFeedback({ toldFact: 'A', toldOpinion: 'B', toldReported: '', nextStep: '' }),
    ).toEqual({
      lines: [
        { kind: 'FACT', text: 'A' },
        { kind: 'OPINION', text: 'B' },
      ],
    })
  })

  it('of telling a parent is either that somebody was told, or why not', () => {
    const both = { toldWho: 'MOTHER FATHER', toldBy: 'W-1', whyNotTold: 'NOT_YET' }
    expect(bodyOfTelling({ ...both, wasTold: 'YES' })).toEqual({
      wasTold: true,
      who: ['MOTHER', 'FATHER'],
      toldBy: 'W-1',
    })
    expect(bodyOfTelling({ ...both, wasTold: 'NO' })).toEqual({ wasTold: false, whyNot: 'NOT_YET' })
  })

  it.each([
    ['2026-11-27', '09:05', '2026-11-27T09:05:00.000Z'],
    ['2026-07-03', '14.30', '2026-07-03T13:30:00.000Z'],
    ['2026-07-03', '0:10', '2026-07-02T23:10:00.000Z'],
    // Clocks go forward at one: there is no such moment.
    ['2026-03-29', '1:30', '2026-03-29 1:30'],
    ['2026-02-31', '10:00', '2026-02-31 10:00'],
    ['2026-11-27', 'noon', '2026-11-27 noon'],
  ])('at %s, %s of London is %s', (date, time, moment) => {
    const [year = '', month = '', day = ''] = date.split('-')
    const answers = { 'on-day': day, 'on-month': month, 'on-year': year, time }
    expect(momentIn(answers, { day: 'on', time: 'time' })).toBe(moment)
  })
})

it('tells of what happened since somebody opened an alert, the newest first', () => {
  const alert = anAlert({
    acknowledgement: { practitioner: 'w-1', at: '2026-11-27T10:00:00.000Z' },
    outcome: { practitioner: 'w-2', at: '2026-11-27T11:00:00.000Z', code: 'EARLY_HELP' },
  })
  const texts = (since: string) => happenedSince(alert, since).map(({ text }) => text)
  expect(texts('2026-11-27T08:00:00.000Z')).toEqual([
    'happened.decided',
    'happened.taken',
    'happened.raised',
  ])
  expect(texts('2026-11-27T10:30:00.000Z')).toEqual(['happened.decided'])
  expect(texts('2026-11-27T11:30:00.000Z')).toEqual([])
})

describe('a picture', () => {
  it('ends its waterfall at the sum, whatever the order, within its frame', () => {
    const bits = [-17, 7.4, 14.2, 0, -3.1, 20]
    for (const order of [bits, bits.toReversed()]) {
      const { bars, width } = waterfallOf(
        order.map((one) => ({ comparison: 'c', level: 'l', bits: one })),
      )
      expect(bars.at(-1)?.total).toBeCloseTo(21.5)
      expect(bars).toHaveLength(5)
      for (const bar of bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0)
        expect(bar.x + bar.width).toBeLessThanOrEqual(width)
      }
    }
    expect(waterfallOf([]).bars).toEqual([])
  })

  const family = {
    adults: [
      {
        person: 'subject',
        names: [{ given: 'Marta', family: 'Quillfeather-Ravenscroft' }],
        nhsNumbers: [],
      },
      { person: 'otherAdults/0', names: [], nhsNumbers: [] },
    ],
    children: [
      {
        person: 'children/0',
        name: { given: 'Odo' },
        alsoKnownAs: [],
        dateOfBirth: '2019-02-03',
        relationships: [
          { adult: 'subject', relationship: 'MOTHER', livesWithChild: 'YES' },
          { adult: 'otherAdults/0', relationship: 'FATHER', livesWithChild: 'PERHAPS' },
          { adult: 'otherAdults/7', relationship: 'CARER', livesWithChild: 'NO' },
        ],
      },
    ],
  }
  it('of a family has everybody once, and a line for each that belongs to another', () => {
    const picture = familyPicture(family, now)
    expect(picture?.boxes.map(({ name }) => name)).toEqual(['Marta Quillfeathe…', '', 'Odo'])
    expect(picture?.lines.map(({ lives }) => lives)).toEqual(['YES', 'UNKNOWN'])
    expect(whoIsWhose(family).map(({ adult }) => adult)).toEqual([
      'Marta Quillfeather-Ravenscroft',
      '',
      '',
    ])
    expect(familyPicture({ ...family, children: [] }, now)).toBeUndefined()
  })
})

describe('an age', () => {
  it.each([
    [{ dateOfBirth: '2024-11-28' }, { unit: 'months', count: 23 }],
    [{ dateOfBirth: '2024-11-27' }, { unit: 'years', count: 2 }],
    [{ dateOfBirth: '2010' }, { unit: 'unknown' }],
    [{ ageYears: 4 }, { unit: 'years', count: 4 }],
    [{ expectedDateOfDelivery: '2027-01-08' }, { unit: 'unborn' }],
  ])('of %o is said', (child, age) => {
    expect(ageOfChild(child, now)).toEqual(age)
  })
})
