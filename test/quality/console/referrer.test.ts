import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import { localPeople } from '../../../local/sign-in/people.ts'
import type { PlainBrowser, Seen } from '../../builders/a-browser.ts'
import { aChild } from '../../builders/a-child.ts'
import { type AConsole, aConsole, hiddenIn, wordsOf } from '../../builders/a-console.ts'

/** Ines Marlowe, a recovery worker. */
const [ines = { workId: '' }] = localPeople
const minute = 60_000
let hub: AConsole
let browser: PlainBrowser

beforeAll(async () => {
  hub = await aConsole()
})
afterAll(() => hub.stop())
beforeEach(async () => {
  hub.passed = 0
  browser = await hub.as('Ines Marlowe')
})

const danger = {
  childGiven: 'Percy',
  childFamily: 'Cobbold',
  given: 'Tracey',
  family: 'Cobbold',
  childLocationNow: '27 Ropewalk Lane, Tannersford',
  authority: westmarch,
  fact: 'Unrousable on the floor, the baby alone in his cot.',
  yourName: 'Ines Marlowe',
  yourRole: 'Recovery worker',
  yourPhone: '01632 960961',
  rung: 'YES',
}

const whole: readonly (readonly [page: string, form: Record<string, string>])[] = [
  ['/concern/part/adult-name', { given: 'Tracey', family: 'Cobbold' }],
  [
    '/concern/part/adult-known-by',
    { 'dateOfBirth-day': '8', 'dateOfBirth-month': '3', 'dateOfBirth-year': '1998' },
  ],
  [
    '/concern/part/adult-children',
    { relationshipToChild: 'MOTHER', contactLevel: 'RESIDENT', parentalResponsibility: 'YES' },
  ],
  ['/concern/adults/0', { given: 'Steve', toSubject: 'PARTNER', toChild: 'PARTNER_OF_PARENT' }],
  [
    '/concern/children/0',
    {
      given: 'Percy',
      family: 'Cobbold',
      ageYears: '1',
      'is-subject': 'MOTHER',
      'lives-subject': 'YES',
      'is-otherAdults/0': 'PARTNER_OF_PARENT',
    },
  ],
  ['/concern/part/where', { authority: westmarch }],
  ['/concern/part/worry', { harm: 'H2', rung: 'NO' }],
  ['/concern/part/factors', { factors: '2B' }],
  [
    '/concern/part/happened',
    {
      reason: 'Missed three appointments.',
      fact: 'Not seen since 3 November.',
      opinion: 'I think she is using again.',
    },
  ],
  ['/concern/part/consent', { consentStatus: 'GIVEN', parentAware: 'YES' }],
  [
    '/concern/part/you',
    {
      yourName: 'Ines Marlowe',
      yourRole: 'Recovery worker',
      yourEmail: 'ines.marlowe@turning-tide.example',
      yourPhone: '01632 960961',
      ownReference: 'TT/2026/41',
    },
  ],
]

const bornOn = (day: string, month: string, year: string) => ({
  'dateOfBirth-day': day,
  'dateOfBirth-month': month,
  'dateOfBirth-year': year,
})

const begin = async (): Promise<void> => {
  await browser.get('/worried')
  await browser.post('/worried', { danger: 'NO', draft: 'new' })
}
const write = async (pages = whole): Promise<void> => {
  await begin()
  for (const [page, form] of pages) {
    await browser.get(page)
    await browser.post(page, form)
  }
}
const check = async (): Promise<Seen> => {
  await browser.get('/concern/check')
  return browser.post('/concern/check', {})
}
const idIn = ({ url }: Seen): string => /concerns\/([0-9a-f-]{36})/.exec(url)?.[1] ?? ''

describe('a child in danger now', () => {
  it('is asked about first, with 999 and the front door’s number before anything is typed', async () => {
    await browser.get('/worried')
    expect(wordsOf(await browser.post('/worried', {}))).toContain(
      'Select yes if a child is in danger',
    )
    const seen = await browser.post('/worried', { danger: 'YES' })
    expect(seen.text.indexOf('tel:999')).toBeLessThan(seen.text.indexOf('name="childGiven"'))
    expect(wordsOf(seen)).toContain('01632 960801')
  })

  it('is sent at once, and reaches the council as immediate', async () => {
    await browser.get('/danger')
    const sent = await browser.post('/danger', danger)
    expect(wordsOf(sent)).toContain('It has been sent')
    expect(wordsOf(sent)).toContain('within 1 hour')
    const worker = apiClient(hub.served.place, 'westmarch-social-care')
    const list = await worker.call('GET', '/alerts')
    expect(list.text).toContain('"harm":"H4"')
  })

  it('asks for no more than who or where, and what', async () => {
    await browser.get('/danger')
    const wrong = await browser.post('/danger', { yourName: 'Ines Marlowe', fact: '' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('href="#childGiven"')
    expect(wrong.text).toContain('href="#fact"')
    expect(wrong.text).toContain('value="Ines Marlowe"')
    const least = await browser.post('/danger', {
      fact: 'A baby alone.',
      childLocationNow: 'Mill Row',
    })
    expect(wordsOf(least)).toContain('It has been sent')
  })

  it('can be completed afterwards, with all of it there, as a correction of what was sent', async () => {
    await browser.get('/danger')
    const sent = await browser.post('/danger', danger)
    const tasks = await browser.post(`/concerns/${idIn(sent)}`, {})
    expect(wordsOf(tasks)).toContain('This completes what you have sent')
    expect(wordsOf(tasks)).toContain('Percy Cobbold')
    const again = await check()
    expect(idIn(again)).not.toBe(idIn(sent))
  })

  it('takes nothing away that they had begun about another family, and says sent of nothing else', async () => {
    await begin()
    await browser.post('/concern/part/adult-name', { given: 'Ottoline', family: 'Fenwright' })
    await browser.get('/danger')
    await browser.post('/danger', danger)
    await browser.get('/concern/check')
    expect(wordsOf(browser.last as Seen)).toContain('Fenwright')
    const none = await browser.get('/concerns/0192f6a0-7d3c-7c00-8000-000000000001/sent')
    expect(none.status).toBe(404)
    await browser.get('/concern')
    await browser.post('/concern', {})
  })

  it('never takes a page about one family into a concern about another, nor sends what was not seen', async () => {
    await begin()
    const draft = hiddenIn(await browser.get('/concern/part/adult-home'), 'draft')
    await begin()
    const page = '/concern/part/adult-home'
    const mixed = await browser.post(page, { draft, street: 'Hidden Lane' })
    expect(mixed.status).toBe(409)
    const checked = await browser.get('/concern/check')
    expect(wordsOf(checked)).not.toContain('Hidden Lane')
    const seen = { draft: hiddenIn(checked, 'draft'), saved: hiddenIn(checked, 'saved') }
    await browser.post(page, { street: 'Ropewalk Lane' })
    const late = await browser.post('/concern/check', seen)
    expect(wordsOf(late)).toContain('Ropewalk Lane')
    expect(wordsOf(late)).toContain('Check before you send')
  })

  it('sent twice by pressing twice is one concern', async () => {
    const page = await browser.get('/danger')
    const draft = /name="draft" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const token = /name="_token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const form = { ...danger, draft, _token: token }
    const first = await browser.post('/danger', form)
    const second = await browser.post('/danger', form)
    expect(idIn(second)).toBe(idIn(first))
  })
})

describe('a concern', () => {
  it('is written page by page, checked, sent, and found again by its reference', async () => {
    await write()
    const checked = await browser.get('/concern/check')
    for (const said of [
      '8 March 1998',
      'A parent’s drug use',
      'Yes, they agree',
      'Steve',
      'Westmarch',
      'What is Tracey Cobbold to this child? Mother',
      'Does Tracey Cobbold live with this child? Yes',
      'What is Steve to this child? Partner of a parent',
    ])
      expect(wordsOf(checked)).toContain(said)
    const welsh = wordsOf(await browser.get('/concern/check?lang=cy'))
    expect(welsh).toContain('8 Mawrth 1998')
    expect(welsh).toContain('Beth yw Tracey Cobbold i’r plentyn hwn? Mam')
    await browser.get('/concern/check?lang=en')
    const sent = await browser.post('/concern/check', {})
    expect(wordsOf(sent)).toContain('It has been sent')
    const list = await browser.get('/concerns')
    expect(wordsOf(list)).toContain('TT/2026/41')
    expect(wordsOf(await browser.get('/concern'))).toContain('Is a child in danger now?')
  })

  it('tells which pages are to be mended, each with its field, and keeps what was written', async () => {
    await write(whole.filter(([page]) => !/known-by|consent|you|children/.test(page)))
    await browser.get('/concern/part/adult-known-by')
    await browser.post('/concern/part/adult-known-by', { 'dateOfBirth-year': 'long ago' })
    const seen = await check()
    expect(seen.status).toBe(400)
    expect(seen.text).toContain('/concern/part/adult-known-by#dateOfBirth-day')
    expect(seen.text).toContain('/concern/part/you#yourEmail')
    expect(seen.text).toContain('/concern/part/no-children#whyChildrenUnknown')
    const back = await browser.get('/concern/part/adult-known-by')
    expect(back.text).toContain('value="long ago"')
  })

  it('is kept for 24 hours for whoever writes it, and shown to nobody else', async () => {
    await write(whole.slice(0, 1))
    const other = await hub.as('Fergus Abernethy')
    expect(wordsOf(await other.get('/concern'))).toContain('Is a child in danger now?')
    for (hub.passed = 0; hub.passed < 23 * 60 * minute; hub.passed += 7 * 60 * minute)
      await browser.signIn(ines)
    hub.passed = 23 * 60 * minute
    await browser.signIn(ines)
    expect((await browser.get('/concern/part/adult-name')).text).toContain('value="Tracey"')
    hub.passed = 25 * 60 * minute
    await browser.signIn(ines)
    expect(wordsOf(await browser.get('/concern'))).toContain('Is a child in danger now?')
  })

  it('that was typed too late is there after signing in again', async () => {
    await begin()
    await browser.get('/concern/part/happened')
    hub.passed = 20 * minute
    const late = await browser.post('/concern/part/happened', {
      fact: 'Seen at the clinic at ten.',
    })
    expect(wordsOf(late)).toContain('kept for 24 hours')
    await browser.signIn(ines)
    const back = await browser.get('/concern/part/happened?kept=yes')
    expect(back.text).toContain('Seen at the clinic at ten.')
    expect(wordsOf(back)).toContain('it has not been sent')
  })

  it('shows what was typed as it was typed, and never as part of the page', async () => {
    const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7777 }}`
    await write([
      ['/concern/part/adult-name', { given: nasty, family: nasty, alsoKnownAs: nasty }],
      ['/concern/part/happened', { fact: nasty, reason: nasty }],
      ['/concern/adults/0', { given: nasty }],
      ['/concern/children/0', { given: nasty, school: nasty }],
    ])
    for (const page of [
      '/concern',
      '/concern/check',
      '/concern/part/adult-name',
      '/concern/part/happened',
      '/concern/adults/0',
      '/concern/children/1',
    ]) {
      const { text, status } = await browser.get(page)
      expect([page, status]).toEqual([page, 200])
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img')
      expect(text).not.toContain('54439')
    }
  })

  it('takes people away again, and is thrown away whole', async () => {
    await write()
    await browser.get('/concern/adults/0')
    await browser.post('/concern/adults/0', { do: 'remove' })
    expect(wordsOf(await browser.get('/concern'))).not.toContain('Steve')
    const gone = await browser.post('/concern', {})
    expect(wordsOf(gone)).toContain('thrown away')
    expect(wordsOf(await browser.get('/concern'))).toContain('Is a child in danger now?')
  })
})

describe('what was sent', () => {
  const sent = async (): Promise<string> => {
    await write()
    return idIn(await check())
  }

  it('is followed, changed, taken back and contested in words, each once', async () => {
    const id = await sent()
    await browser.get(`/concerns/${id}/consent`)
    const none = await browser.post(`/concerns/${id}/consent`, {})
    expect(none.status).toBe(400)
    expect(none.text).toContain('href="#consentStatus"')
    const changed = await browser.post(`/concerns/${id}/consent`, { consentStatus: 'WITHDRAWN' })
    expect(wordsOf(changed)).toContain('What you said has been kept')
    await browser.get(`/concerns/${id}/challenge`)
    const early = await browser.post(`/concerns/${id}/challenge`, {
      challengeReason: 'Nobody has answered me and I am still very worried about him.',
    })
    expect(early.status).toBe(409)
    expect(wordsOf(early)).toContain('Open it again')
    await browser.get(`/concerns/${id}/withdrawal`)
    const taken = await browser.post(`/concerns/${id}/withdrawal`, {
      withdrawalReason: 'WRONG_PERSON',
      withdrawalWords: 'It was her sister.',
    })
    expect(wordsOf(taken)).toContain('You took it back')
  })

  it.each(['', '/consent', '/challenge', '/withdrawal'])(
    'is not there for another service, nor for those who receive it: %s',
    async (page) => {
      const id = await sent()
      for (const person of ['Fergus Abernethy', 'Nia Prothero']) {
        const other = await hub.as(person)
        expect((await other.get(`/concerns/${id}${page}`)).status).toBe(404)
      }
    },
  )

  it('looks the same for a family that is known as for one that is not, to the byte', async () => {
    const named = (family: string): typeof whole => [
      ...whole.filter(([page]) => !/adult-name|known-by|children\/0/.test(page)),
      ['/concern/part/adult-name', { given: 'Marta', family }],
      ['/concern/part/adult-known-by', bornOn('17', '4', '1991')],
      [
        '/concern/part/adult-home',
        { houseNumber: '14', street: 'Tannery Row', postcode: 'WM1 4AB' },
      ],
      ['/concern/children/0', { given: 'Odo', family, ...bornOn('3', '2', '2019') }],
    ]
    const pages = async (family: string): Promise<readonly string[]> => {
      await write(named(family))
      const confirmed = await check()
      const id = idIn(confirmed)
      const followed = await browser.get(`/concerns/${id}`)
      return [confirmed, followed].map(({ text }) =>
        text
          .replaceAll(id, 'ID')
          .replaceAll(/nonce="[^"]+"|value="[\w-]+\.[\w-]+"|data-token="[^"]+"/g, '')
          .replaceAll(/\d{1,2}:\d\d[ap]m|data-until="[^"]+"/g, ''),
      )
    }
    const worker = apiClient(hub.served.place, 'westmarch-social-care')
    const matched = async () =>
      (await worker.call('GET', '/alerts')).text.match(/"matched"/g)?.length
    const unknown = await pages('Wetherby')
    const before = await matched()
    const register = apiClient(hub.served.place, 'westmarch-register')
    expect((await register.call('PUT', '/children/C-900', { body: aChild() })).status).toBe(200)
    expect(await pages('Quillfeather')).toEqual(unknown)
    expect([before, await matched()]).toEqual([undefined, 1])
  })
})
