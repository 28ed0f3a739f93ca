import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import type { PlainBrowser, Seen } from '../../builders/a-browser.ts'
import { aChild } from '../../builders/a-child.ts'
import { type AConsole, aConsole, hiddenIn, wordsOf } from '../../builders/a-console.ts'

let hub: AConsole
let gareth: PlainBrowser
const reason = { caseReference: 'CASE-14', purpose: 'safeguarding' }
const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7777 }}`
const why = 'Agreed with her adviser, who has seen the order.'

beforeAll(async () => {
  hub = await aConsole()
  gareth = await hub.as('Gareth Llewellyn')
}, 60_000)
afterAll(() => hub.stop())

let number = 0
/** A child of its own for each test, on the register under a new id. */
const child = async (change: Parameters<typeof aChild>[0] = {}): Promise<string> => {
  number += 1
  const register = apiClient(hub.served.place, 'westmarch-register')
  const answer = await register.call('PUT', `/children/C${number}`, { body: aChild(change) })
  expect(answer.status, answer.text).toBe(200)
  return `/register/children/${westmarch}.C${number}`
}
/** Opens a page of a record, having said in which case and for what. */
const open = async (page: string, who: PlainBrowser = gareth): Promise<Seen> => {
  const [, , kind = '', id = ''] = page.split('/')
  await who.get('/register')
  const found = await who.post('/register', { kind, id: decodeURIComponent(id), ...reason })
  return page.split('/').length === 4 ? found : who.get(page)
}
const send = async (
  page: string,
  form: Record<string, string>,
  who: PlainBrowser = gareth,
): Promise<Seen> => {
  const seen = await open(page, who)
  return who.post(page, {
    version: hiddenIn(seen, 'version'),
    case: hiddenIn(seen, 'case'),
    for: hiddenIn(seen, 'for'),
    ...form,
  })
}

describe('a record', () => {
  it('is found by either id, for a reason that is given', async () => {
    const page = await child()
    await gareth.get('/register')
    const none = await gareth.post('/register', { kind: 'children', id: 'C1' })
    expect(none.status).toBe(400)
    for (const field of ['caseReference', 'purpose'])
      expect(none.text).toContain(`href="#${field}"`)
    for (const id of [`C${number}`, `${westmarch}.C${number}`]) {
      await gareth.get('/register')
      const found = await gareth.post('/register', { kind: 'children', id, ...reason })
      expect(wordsOf(found)).toContain('Odo Quillfeather')
      expect(wordsOf(found)).toContain('Child protection plan')
    }
    const adult = await gareth.get(`/register/adults/${westmarch}.A1001`)
    expect(wordsOf(adult)).toContain('Marta Quillfeather')
    // Whoever comes by a link is asked first, and neither case nor purpose ever stands in an address.
    const other = await hub.as('Gareth Llewellyn')
    const why = await other.get(page)
    expect(wordsOf(why)).toContain('Say first in which case')
    expect(wordsOf(why)).not.toContain('Quillfeather')
    expect(why.text).toContain(`value="${westmarch}.C${number}"`)
    const found = await open(page)
    for (const { url, text } of [found, adult]) {
      expect(url).not.toContain('CASE-14')
      expect(text).not.toMatch(/(?:href|action)="[^"]*(?:CASE-14|safeguarding")/)
    }
  })

  it('is in the log with the person, the case and what for', async () => {
    const page = await child()
    await open(page)
    const auditor = apiClient(hub.served.place, 'hub-auditor')
    const { text } = await auditor.call(
      'GET',
      `/audit/entries?subject=${westmarch}.C${number}&action=CHILD_READ`,
      { headers: { 'Hub-Practitioner': 'A-0007' } },
    )
    for (const said of ['"w-0450"', '"CASE-14"', '"safeguarding"']) expect(text).toContain(said)
  })

  it.each(['x', `${westmarch}.C9999`, `${northmoor}.C1`, '..%2f..%2fadults', randomUUID()])(
    'is not there under %s',
    async (id) => {
      await open(await child())
      for (const kind of ['children', 'adults'])
        expect((await gareth.get(`/register/${kind}/${id}`)).status).toBe(404)
    },
  )

  it('stands in a list by id, with nothing but its status', async () => {
    await child()
    const list = wordsOf(await gareth.get('/register/children'))
    expect(list).toContain(`${westmarch}.C${number}`)
    expect(list).not.toContain('Quillfeather')
  })

  it('shows what was recorded as it was written, and never as part of the page', async () => {
    const page = await child({
      name: { given: nasty.slice(0, 90), family: nasty.slice(0, 90) },
      school: nasty,
      allocatedTeam: nasty.slice(0, 90),
    })
    for (const more of ['', '/edit', '/correction']) {
      const { text, status } = await open(`${page}${more}`)
      expect([more, status]).toEqual([more, 200])
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img')
      expect(text).not.toContain('54439')
    }
  })
})

describe('somebody whose name and date of birth are known', () => {
  const dated = (day: string, month: string, year: string) => ({
    'dateOfBirth-day': day,
    'dateOfBirth-month': month,
    'dateOfBirth-year': year,
  })
  const wilf = { given: 'Wilf', family: 'Ashdown', ...dated('9', '3', '2020') }
  const look = async (form: Record<string, string>, who: PlainBrowser = gareth): Promise<Seen> => {
    await who.get('/register')
    return who.post('/register', { kind: 'children', ...reason, ...form })
  }

  it('is found, and opened from the list for the reason that was given', async () => {
    const named = { name: { given: 'Wilf', family: 'Ashdown' }, dateOfBirth: '2020-03-09' }
    const pages = [await child(named), await child(named)]
    const one = await hub.as('Gareth Llewellyn')
    const seen = await look(wilf, one)
    expect(seen.status).toBe(200)
    for (const page of pages) {
      expect(seen.text).toContain(`${page}"`)
      expect(wordsOf(seen)).toContain(`Child ${page.split('/').at(-1)}`)
    }
    // What was typed stands in the form again, and in no address.
    expect(seen.text).toContain('value="Ashdown"')
    expect(seen.url).not.toMatch(/ashdown|wilf|2020/i)
    expect(seen.text).not.toMatch(/(?:href|action)="[^"]*(?:ashdown|wilf|CASE-14)/i)
    for (const page of pages) expect(wordsOf(await one.get(page))).toContain('Wilf Ashdown')
    const auditor = apiClient(hub.served.place, 'hub-auditor')
    const { text } = await auditor.call(
      'GET',
      `/audit/entries?subject=${pages[0]?.split('/').at(-1)}&action=REGISTER_SEARCHED`,
      { headers: { 'Hub-Practitioner': 'A-0007' } },
    )
    for (const said of ['"w-0450"', '"CASE-14"', '"safeguarding"']) expect(text).toContain(said)
    expect(text).not.toMatch(/ashdown/i)
  })

  it.each([
    ['spelt otherwise', { ...wilf, family: 'Ashdon' }],
    ['born on another day', { ...wilf, 'dateOfBirth-day': '8' }],
    ['an adult', { ...wilf, kind: 'adults' }],
  ])('is not found as %s, and it is said what to do', async (_what, form) => {
    const page = await child({
      name: { given: 'Wilf', family: 'Ashdown' },
      dateOfBirth: '2020-03-09',
    })
    const seen = await look(form)
    expect(seen.status).toBe(200)
    expect(wordsOf(seen)).toContain('Nobody is recorded by exactly this name and date of birth')
    expect(wordsOf(seen)).toContain('try another spelling')
    expect(seen.text).not.toContain(page)
  })

  it('is not found where only another council has them', async () => {
    const register = apiClient(hub.served.place, 'northmoor-register')
    const body = aChild({
      ...{ authority: northmoor, adults: [], dateOfBirth: '2020-05-04' },
      name: { given: 'Ivo', family: 'Tranter' },
    })
    expect((await register.call('PUT', '/children/C1', { body })).status).toBe(200)
    const form = { given: 'Ivo', family: 'Tranter', ...dated('4', '5', '2020') }
    const seen = await look(form)
    expect(wordsOf(seen)).toContain('Nobody is recorded by exactly this name and date of birth')
    const other = await look({ ...form, given: 'Iva' })
    const answerIn = (one: Seen): string => wordsOf(one).split('Find another record')[0] ?? ''
    expect(answerIn(seen)).toBe(answerIn(other))
  })

  it('may be missing where nobody is looked up by their day', async () => {
    const words = wordsOf(await look({ ...wilf, ...dated('1', '1', '2020') }))
    expect(words).toContain('Nobody can be found by 1 January')
    expect(words).not.toContain('Nobody is recorded')
  })

  it('may be missing where more were found than are shown', async () => {
    const many = { name: { given: 'Odo', family: 'Manyweathers' }, dateOfBirth: '2018-06-07' }
    for (let one = 0; one < 11; one += 1) await child(many)
    const seen = await look({ given: 'Odo', family: 'Manyweathers', ...dated('7', '6', '2018') })
    expect(wordsOf(seen)).toContain('Not everybody may be here')
    expect(seen.text.match(/href="[^"]*\/register\/children\/E/g)).toHaveLength(10)
  })

  it.each([
    [{}, 'id'],
    [{ ...wilf, id: 'C1' }, 'id'],
    [{ ...wilf, given: '' }, 'given'],
    [{ ...wilf, family: ' ' }, 'family'],
    [{ ...wilf, 'dateOfBirth-day': '' }, 'dateOfBirth-day'],
    [{ ...wilf, 'dateOfBirth-day': '31', 'dateOfBirth-month': '2' }, 'dateOfBirth-day'],
    [{ given: 'Wilf', family: 'Ashdown' }, 'dateOfBirth-day'],
    [{ ...wilf, caseReference: 'Ashdown' }, 'caseReference'],
    [{ ...wilf, purpose: '' }, 'purpose'],
  ])('by %j is to be mended at %s, with what was typed kept', async (form, field) => {
    const seen = await look(form)
    expect(seen.status).toBe(400)
    expect(seen.text).toContain(`href="#${field}"`)
    expect(seen.text).toContain(`id="${field}"`)
    if ('family' in form && form.family === 'Ashdown')
      expect(seen.text).toContain('value="Ashdown"')
  })

  it('is shown as it was typed, and never as part of the page', async () => {
    const seen = await look({ ...wilf, given: nasty.slice(0, 90), family: nasty.slice(0, 90) })
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain('<script>alert')
    expect(seen.text).not.toContain('<img')
    expect(seen.text).not.toContain('54439')
  })
})

describe('what is new of somebody', () => {
  it('is recorded beside what stands, which is found in the record’s history', async () => {
    const page = await child()
    const form = {
      given: 'Odo',
      family: 'Marlin',
      'dateOfBirth-day': '3',
      'dateOfBirth-month': '2',
      'dateOfBirth-year': '2019',
      sex: 'M',
      statusCode: 'LOOKED_AFTER',
      'statusFrom-day': '1',
      'statusFrom-month': '9',
      'statusFrom-year': '2026',
      allocatedTeam: 'North team',
      houseNumber: '3',
      street: 'Mill Row',
      postcode: 'WM2 6TH',
    }
    const seen = wordsOf(await send(`${page}/edit`, form))
    for (const said of [
      'It has been recorded',
      'Odo Marlin',
      'Odo Quillfeather',
      'Looked after, since 1 September 2026',
      'Child protection plan',
      '3 Mill Row',
      '14 Tannery Row',
      'North team',
    ])
      expect(seen).toContain(said)
  })

  it('keeps what the form does not show: nothing that stands is recorded again with less', async () => {
    const page = await child({
      status: { code: 'LOOKED_AFTER', from: '2026-03-02', isShortBreaks: true },
    })
    const edit = await open(`${page}/edit`)
    expect(edit.text).toContain('value="Odo"')
    await send(`${page}/edit`, { statusCode: 'LOOKED_AFTER', school: 'St Anne’s', sex: 'M' })
    const register = apiClient(hub.served.place, 'westmarch-register')
    const headers = {
      'Hub-Practitioner': 'W-0450',
      'Hub-Case-Reference': 'CASE-14',
      'Hub-Purpose': 'welfare',
    }
    const { body } = await register.call('GET', `/children/C${number}`, { headers })
    expect(body).toMatchObject({
      child: {
        school: 'St Anne’s',
        status: { code: 'LOOKED_AFTER', isShortBreaks: true },
        earlierStatuses: [],
        addresses: [{ street: 'Tannery Row' }],
      },
    })
  })

  it.each([
    [{ nhsNumber: '123' }, 'nhsNumber'],
    [{ 'dateOfBirth-year': 'long ago' }, 'dateOfBirth'],
    [{ statusCode: 'CLOSED' }, 'statusFrom'],
    [{ school: 'x'.repeat(300) }, 'school'],
  ])('that says %j is to be mended at %s', async (form, field) => {
    const page = await child()
    const seen = await send(`${page}/edit`, { sex: 'M', ...form })
    expect(seen.status).toBe(400)
    expect(seen.text).toContain(`href="#${field}"`)
  })

  it('is not recorded over what somebody else recorded meanwhile', async () => {
    const page = await child()
    const seen = await open(`${page}/edit`)
    const version = hiddenIn(seen, 'version')
    await send(`${page}/edit`, { sex: 'M', school: 'St Anne’s' })
    const late = await send(`${page}/edit`, { version, sex: 'M', school: 'Mill School' })
    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain('This changed while you were reading it')
    // What a colleague wrote is not put back by a form that shows what stood before it.
    expect(late.text).toContain('value="St Anne’s"')
    expect(late.text).not.toContain('Mill School')
  })
})

describe('somebody of whom nothing is recorded', () => {
  const born = { 'dateOfBirth-day': '3', 'dateOfBirth-month': '2', 'dateOfBirth-year': '2019' }
  const percy = { given: 'Percy', family: 'Cobbold', ...born, sex: 'M', statusCode: 'IN_NEED' }
  const add = async (kind: string, form: Record<string, string>): Promise<Seen> => {
    await gareth.get(`/register/new/${kind}`)
    return gareth.post(`/register/new/${kind}`, { ...reason, ...form })
  }

  it('is looked for under the id, and then recorded', async () => {
    const seen = await add('children', { id: 'N-1', ...percy })
    expect(seen.url).toContain('/register/children/N-1')
    for (const said of ['The record has been made', 'Percy Cobbold', 'Child in need', 'Version 1'])
      expect(wordsOf(seen)).toContain(said)
    const unborn = await add('children', {
      ...{ id: 'N-2', sex: 'U', statusCode: 'IN_NEED' },
      ...{ 'expectedDate-day': '1', 'expectedDate-month': '3', 'expectedDate-year': '2027' },
    })
    expect(wordsOf(unborn)).toContain('Expected on')
  })

  it('is not recorded over who has that id already', async () => {
    await add('children', { id: 'N-3', ...percy })
    const seen = await add('children', { id: 'N-3', ...percy, given: 'Ottoline' })
    expect(seen.status).toBe(409)
    expect(wordsOf(seen)).toContain('There is a record with this id already')
    const record = wordsOf(await gareth.get('/register/children/N-3'))
    expect(record).toContain('Percy')
    expect(record).not.toContain('Ottoline')
  })

  it.each([
    ['children', { ...percy, id: '943 476 5919' }, 'id'],
    ['children', { ...percy, id: '../adults/A1' }, 'id'],
    ['children', { ...percy, id: 'N-4', caseReference: '' }, 'caseReference'],
    ['children', { ...percy, id: 'N-4', statusCode: '' }, 'statusCode'],
    ['children', { ...percy, id: 'N-4', 'dateOfBirth-year': '' }, 'dateOfBirth'],
    ['adults', { id: 'N-5' }, 'given'],
  ])('of %s says %j is to be mended at %s, with what was typed kept', async (kind, form, field) => {
    const seen = await add(kind, form)
    expect(seen.status).toBe(400)
    expect(seen.text).toContain(`href="#${field}"`)
    expect(seen.text).toContain(`value="${form.id}"`)
  })

  it('is related to a child once it was seen who it is, and no adult is made by a wrong id', async () => {
    await add('children', { id: 'N-6', ...percy, restrict: 'address' })
    await add('adults', { id: 'N-7', given: 'Tracey', family: nasty.slice(0, 40), sex: 'F' })
    const page = '/register/children/N-6/adults'
    const relate = async (form: Record<string, string>): Promise<Seen> => {
      const seen = gareth.last?.url.endsWith(page) === true ? gareth.last : await open(page)
      const hidden = ['version', 'case', 'for', 'seen'].map(
        (name) => [name, hiddenIn(seen, name)] as const,
      )
      return gareth.post(page, { ...Object.fromEntries(hidden), ...form })
    }
    await open('/register/children/N-6')
    const wrong = await relate({ adultId: 'N-99', relationship: 'MOTHER' })
    expect(wordsOf(wrong)).toContain('Nobody is recorded under this id')
    const form = { adultId: 'N-7', relationship: 'MOTHER', livesWithChild: 'YES' }
    const asked = await relate({ ...form, seen: 'N-99' })
    expect(wordsOf(asked)).toContain('N-7 is Tracey')
    expect(asked.text).not.toContain('<script>alert')
    const related = await relate(form)
    expect(wordsOf(related)).toContain('It has been recorded what they are to each other')
    expect(wordsOf(related)).toContain('Mother')
    // What protects the child stands as it did.
    expect(wordsOf(related)).toContain('In force')
    await gareth.get(page)
    const ended = { ...form, 'relationshipEndedOn-day': '1', 'relationshipEndedOn-month': '9' }
    await relate({ ...ended, 'relationshipEndedOn-year': '2026', seen: '' })
    const over = await relate({ ...ended, 'relationshipEndedOn-year': '2026' })
    expect(wordsOf(over)).toContain('until 1 September 2026')
  })
})

describe('what is wrong of somebody', () => {
  it('is taken back with a reason, which stands in the record', async () => {
    const page = await child()
    await send(`${page}/edit`, { sex: 'M', given: 'Odo', family: 'Wrongname' })
    const choices = await open(`${page}/correction`)
    const at = /value="(\d+)"[^>]*>\s*<label[^>]*>\s*Name: Odo Wrongname/.exec(choices.text)?.[1]
    const none = await send(`${page}/correction`, { reason: why })
    expect(none.text).toContain('href="#what"')
    const seen = await send(`${page}/correction`, { what: at ?? '', reason: why })
    expect(wordsOf(seen)).toContain('It has been taken back')
    expect(wordsOf(seen)).toContain(why)
    expect(wordsOf(seen)).not.toContain('Wrongname')
  })

  it('is looked for anew where the record changed: a tick is of one version', async () => {
    const page = await child()
    const seen = await send(`${page}/correction`, { version: '"99"', what: '0', reason: why })
    expect(seen.status).toBe(409)
    expect(wordsOf(await open(page))).toContain('Odo Quillfeather')
  })
})

describe('a restriction', () => {
  it('is lifted by two people, the second of whom sees who asked and why', async () => {
    const page = await child({ restricted: { address: true } })
    const form = { restriction: 'address', reason: why }
    expect(wordsOf(await open(page))).toContain('In force')
    await open(`${page}/lifting`)
    const version = hiddenIn(gareth.last ?? { text: '' }, 'version')
    const short = await gareth.post(`${page}/lifting`, {
      ...form,
      version,
      reason: 'No.',
    })
    expect(short.text).toContain('href="#reason"')
    const first = await gareth.post(`${page}/lifting`, { ...form, version })
    expect(wordsOf(first)).toContain('It is lifted when a second person asks the same')
    const again = await open(`${page}/lifting`)
    expect(wordsOf(again)).toContain('You asked to lift it')
    const own = await gareth.post(`${page}/lifting`, {
      ...form,
      version: hiddenIn(again, 'version'),
    })
    expect(wordsOf(own)).not.toContain('The restriction is lifted')

    const tomasz = await hub.as('Tomasz Wilk', 2)
    const asked = await open(`${page}/lifting`, tomasz)
    expect(wordsOf(asked)).toContain('w-0450 asked to lift it')
    expect(wordsOf(asked)).toContain(why)
    const second = await tomasz.post(`${page}/lifting`, {
      ...form,
      version: hiddenIn(asked, 'version'),
    })
    expect(wordsOf(second)).toContain('The restriction is lifted')
  })

  it('begins by one tick, and is not taken away by leaving it out', async () => {
    const page = await child()
    const set = await send(`${page}/edit`, { sex: 'M', restrict: 'address' })
    expect(wordsOf(set)).toContain('In force')
    const left = await send(`${page}/edit`, { sex: 'M', school: 'St Anne’s' })
    expect(wordsOf(left)).toContain('In force')
  })

  it.each(['adopted', 'nothing', ''])(
    'that is not set cannot be lifted: %j',
    async (restriction) => {
      const page = await child({ restricted: { address: true } })
      const seen = await send(`${page}/lifting`, { restriction, reason: why })
      expect(seen.status).toBe(400)
      expect(wordsOf(await open(page))).toContain('In force')
    },
  )

  it('is chosen in the form where several are in force, and stands in no address', async () => {
    const page = await child({ restricted: { address: true, sensitiveService: true } })
    const record = await open(page)
    expect(record.text).not.toMatch(/href="[^"]*(?:sensitiveService|address)"/)
    const asked = await open(`${page}/lifting`)
    expect(asked.text).toContain('name="restriction" type="radio" value="sensitiveService"')
    const seen = await send(`${page}/lifting`, { restriction: 'sensitiveService', reason: why })
    expect(wordsOf(seen)).toContain('It is lifted when a second person asks the same')
  })

  it('is not there to be lifted where none is in force', async () => {
    expect((await open(`${await child()}/lifting`)).status).toBe(404)
  })
})

describe('what was typed too late', () => {
  it('is there after signing in again, in the same case and for the same reason', async () => {
    const page = await child({ restricted: { address: true } })
    for (const [more, form, kept] of [
      ['/edit', { school: 'St Anne’s' }, 'value="St Anne’s"'],
      ['/lifting', { restriction: 'address', reason: why }, why],
    ] as const) {
      const late = await hub.as('Gareth Llewellyn')
      const asked = `${page}${more}`
      const seen = await open(asked, late)
      hub.passed = 20 * 60_000
      const [reference, purpose] = [hiddenIn(seen, 'case'), hiddenIn(seen, 'for')]
      const version = hiddenIn(seen, 'version')
      const over = await late.post(asked, { case: reference, for: purpose, version, ...form })
      expect(wordsOf(over)).toContain('kept for 24 hours')
      // The hub’s own clock stands where it was, and takes no token of later.
      hub.passed = 0
      const again = await hub.as('Gareth Llewellyn')
      const back = await again.get(`${page}${more}?kept=yes`)
      expect(back.status).toBe(200)
      expect(back.text).toContain(kept)
      expect(wordsOf(back)).toContain('it has not been sent')
    }
  })
})
