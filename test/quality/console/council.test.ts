import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import type { PlainBrowser } from '../../builders/a-browser.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { type AConsole, aConsole, hiddenIn, wordsOf } from '../../builders/a-console.ts'

let console_: AConsole
let nia: PlainBrowser
let manager: PlainBrowser

const referrer = {
  name: 'Ines Marlowe',
  role: 'Recovery worker',
  secureEmail: 'ines.marlowe@turning-tide.example',
  phone: '01632 960961',
}
const nasty = `"><script>alert(1)</script>{{ 7 * 7777 }}`

/** Somebody who may be the mother on the register, and may not. */
const somebodyLike = (change: Parameters<typeof aConcern>[0] = {}) =>
  aConcern({
    referrer,
    subject: {
      ...aConcern().subject,
      names: [{ given: 'Martha', family: 'Quilfeather' }],
      addresses: [],
    },
    children: [{ name: { given: 'Fern', family: nasty.slice(0, 40) }, ageYears: 4 }],
    ...change,
  })
const send = async (body: object): Promise<void> => {
  const client = apiClient(console_.served.place, 'westmarch-substance-misuse')
  const headers = { 'Idempotency-Key': randomUUID(), 'Hub-Practitioner': 'TT-0412' }
  const sent = await client.call('POST', '/concerns', { body, headers })
  expect(sent.text).toContain('concernId')
}
const openQuestion = async (): Promise<string> => {
  const seen = await nia.get('/identity')
  const [, id = ''] = /\/console\/identity\/([0-9a-f-]{36})/.exec(seen.text) ?? []
  return `/identity/${id}`
}

const reason = 'Same birth date and mother’s name; checked with the health visitor today.'

beforeAll(async () => {
  console_ = await aConsole()
  const register = apiClient(console_.served.place, 'westmarch-register')
  const put = await register.call('PUT', '/children/C-900', { body: aChild() })
  expect(put.status).toBe(200)
  nia = await console_.as('Nia Prothero')
  manager = await console_.as('Tomasz Wilk', 0)
  await send(somebodyLike())
})
afterAll(() => console_.stop())

describe('a question who somebody is', () => {
  it('stands beside the record that it may be, in words, with nothing of the register’s', async () => {
    const list = await nia.get('/identity')
    expect(wordsOf(list)).toContain('H2 Child in need')
    const seen = await nia.get(await openQuestion())
    const words = wordsOf(seen)
    expect(words).toContain('Martha Quilfeather')
    expect(words).toContain(`Your record ${westmarch}.A1001`)
    expect(words).toMatch(/First name Martha (almost|similar|sounds)/)
    expect(words).toMatch(/Date of birth 17 April 1991 the same/)
    expect(seen.text).not.toContain('Tannery Row')
    expect(seen.text).not.toContain('<script>alert')
    expect(seen.text).not.toContain('54439')
    const gzip = await nia.get(await openQuestion(), { 'Accept-Encoding': 'gzip', Accept: '*/*' })
    expect(gzip.bytes).toBeLessThan(15_000)
  })

  it('asks for what is missing, and keeps what was written', async () => {
    const path = await openQuestion()
    const seen = await nia.get(path)
    const none = await nia.post(path, {
      version: hiddenIn(seen, 'version'),
      verdictReason: nasty.slice(0, 39),
    })
    expect(none.status).toBe(400)
    for (const field of ['verdict', 'verdictReason', 'notRelated'])
      expect(none.text).toContain(`href="#${field}"`)
    expect(none.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(none.text).not.toContain('<script>alert')
    const nobodyNamed = await nia.post(path, {
      version: hiddenIn(none, 'version'),
      verdict: 'IDENTIFIED',
      verdictReason: reason,
      notRelated: 'YES',
    })
    expect(nobodyNamed.text).toContain('href="#verdict"')
  })

  it('is there for the council that is asked, and for no one else', async () => {
    const path = await openQuestion()
    for (const name of ['Beatrice Okafor', 'Ines Marlowe', 'Gareth Llewellyn', 'Joan Whitcombe']) {
      const other = await console_.as(name)
      expect([name, (await other.get(path)).status]).toEqual([name, 404])
    }
  })

  it('is answered once; whoever comes second sees how it stands and loses nothing', async () => {
    const path = await openQuestion()
    const [first, second] = [await nia.get(path), await manager.get(path)]
    const form = {
      verdict: 'IDENTIFIED',
      ids: `${westmarch}.A1001`,
      verdictReason: reason,
      notRelated: 'YES',
    }
    const answered = await nia.post(path, { version: hiddenIn(first, 'version'), ...form })
    expect(wordsOf(answered)).toContain('Your answer is recorded')
    expect(wordsOf(answered)).toContain(`w-0117: Yes, the same person ${westmarch}.A1001`)
    const late = await manager.post(path, { version: hiddenIn(second, 'version'), ...form })
    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain('This changed while you had it open')
    expect(wordsOf(late)).toContain('Answered')
  })
})

describe('the chronology of a child', () => {
  const path = `/children/${westmarch}.C-900/chronology`
  const because = { caseReference: 'WM-2026-14', purpose: 'safeguarding' }

  it('is read for a reason, as a timeline, with what was said as it was written', async () => {
    const asked = await nia.get(path)
    expect(wordsOf(asked)).toContain('in which case and for what')
    const none = await nia.post(path, { caseReference: 'Martha' })
    expect(none.status).toBe(400)
    for (const field of ['caseReference', 'purpose'])
      expect(none.text).toContain(`href="#${field}"`)
    await send(aConcern({ referrer, reason: nasty, narrative: [{ kind: 'FACT', text: nasty }] }))
    await nia.get(path)
    const seen = await nia.post(path, because)
    expect(wordsOf(seen)).toMatch(/Concern: Child in need \d+ \w+ \d{4} , Turning Tide/)
    expect(wordsOf(seen)).toContain('Marta Quillfeather (mother)')
    expect(wordsOf(seen)).toContain('There are none.')
    expect(seen.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(seen.text).not.toContain('<script>alert')
    expect(seen.url).not.toContain('WM-2026')
  })

  it('takes a written agreement, and what became of it in the same words', async () => {
    const page = `/children/${westmarch}.C-900/agreement`
    const dayOf = (name: string, date: string) => {
      const [year = '', month = '', day = ''] = date.split('-')
      return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
    }
    const agreed = {
      ...because,
      agreementId: 'WA-1',
      ...dayOf('agreedOn', '2026-11-20'),
      ...dayOf('endsOn', '2026-12-20'),
      agreedWhat: 'He does not drink at home.\nShe rings the clinic.',
      agreedFollows: nasty,
      agreementState: 'RUNNING',
    }
    await nia.get(page)
    const none = await nia.post(page, { ...because, agreementState: 'KEPT' })
    for (const field of ['agreementId', 'agreedOn', 'agreedWhat', 'agreedFollows'])
      expect(none.text).toContain(`href="#${field}"`)
    expect(wordsOf(await nia.post(page, agreed))).toContain('The agreement is recorded')
    const seen = await nia.post(path, because)
    expect(wordsOf(seen)).toContain('Written agreement until 20 December 2026: running')
    expect(seen.text).not.toContain('<script>alert')
    const again = await nia.post(page, { ...agreed, do: 'again' })
    expect(again.text).toContain('She rings the clinic.</textarea>')
    const other = await nia.post(page, { ...agreed, agreedWhat: 'Something else.' })
    expect(wordsOf(other)).toContain('This id stands for an agreement in other words')
    const kept = { ...agreed, agreementState: 'KEPT', ...dayOf('decidedOn', '2026-11-27') }
    expect(wordsOf(await nia.post(page, kept))).toContain('The agreement is recorded')
    expect(wordsOf(await nia.post(path, because))).toContain('20 December 2026: kept')
  })

  it.each(['Beatrice Okafor', 'Ines Marlowe', 'Joan Whitcombe'])(
    'is not there for %s',
    async (name) => {
      const other = await console_.as(name)
      await other.get(path)
      const seen = await other.post(path, because)
      expect(seen.status).toBe(404)
      expect((await nia.get('/children/nobody/chronology')).status).toBe(404)
    },
  )
})

describe('a manager', () => {
  it('sees what is late and whose, and who has been told', async () => {
    await send(somebodyLike({ harm: 'H4', children: [], whyChildrenUnknown: 'Not said.' }))
    const api = apiClient(console_.served.place, 'westmarch-lead')
    const headers = { 'Hub-Practitioner': 'W-0042' }
    const list = await api.call('GET', '/alerts?limit=100', { headers })
    const [grave] = (list.body as { items: { alertId: string; harm: string }[] }).items
    expect(grave?.harm).toBe('H4')
    const page = await nia.get(`/alerts/${grave?.alertId}`)
    await nia.post(`/alerts/${grave?.alertId}`, { version: hiddenIn(page, 'version') })
    const seen = await manager.get('/late')
    expect(wordsOf(seen)).toMatch(/0 of \d open alerts are late/)
    expect(wordsOf(seen)).toMatch(/Nobody yet 0 \d/)
    expect(wordsOf(seen)).toMatch(/w-0117 0 1/)
    expect(wordsOf(seen)).toContain('No question is late')
  })

  it('sees what came by quarter and service, without small numbers, and takes it as a table', async () => {
    const seen = await manager.get('/measures')
    expect(wordsOf(seen)).toMatch(/Turning Tide drug and alcohol service not shown/)
    expect(wordsOf(seen)).toMatch(/Taken in time (not shown|\d*[05]) (not shown|\d*[05])/)
    const csv = await manager.get('/measures/csv')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.headers.get('content-disposition')).toMatch(/measures-\d{4}-\d\d\.csv/)
    expect(csv.text).toContain('"Turning Tide drug and alcohol service","not shown"')
    const odd = await manager.get('/measures?quarter=%3Cscript%3E')
    expect(odd.status).toBe(200)
    expect(odd.text).not.toContain('<script>al')
  })

  it.each(['/late', '/measures', '/measures/csv'])('alone sees %s', async (path) => {
    for (const name of ['Nia Prothero', 'Ines Marlowe', 'Joan Whitcombe']) {
      const other = await console_.as(name)
      expect((await other.get(path)).status).toBe(404)
    }
  })
})
