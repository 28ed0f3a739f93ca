import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import { aChild } from '../../builders/a-child.ts'
import { type AConsole, aConsole, wordsOf } from '../../builders/a-console.ts'

let hub: AConsole
const child = `${westmarch}.C1`

beforeAll(async () => {
  hub = await aConsole()
  const register = apiClient(hub.served.place, 'westmarch-register')
  expect((await register.call('PUT', '/children/C1', { body: aChild() })).status).toBe(200)
}, 60_000)
afterAll(() => hub.stop())

const reason = { caseReference: 'CASE-14', purpose: 'safeguarding' }
const { name, dateOfBirth } = aChild()
const [year = '', month = '', day = ''] = (dateOfBirth ?? '').split('-')
const named = {
  ...{ given: name?.given ?? '', family: name?.family ?? '' },
  ...{ 'dateOfBirth-day': day, 'dateOfBirth-month': month, 'dateOfBirth-year': year },
}

const questions = [
  {
    ...{ path: '/audit', who: 'Helen Ashworth', answer: 'Show it as a timeline' },
    form: { sentence: 'record', what: child },
  },
  {
    ...{ path: '/audit/people', who: 'Helen Ashworth', answer: 'Who did anything with this' },
    form: { kind: 'child', ...named, ...reason },
  },
  {
    ...{ path: '/audit/verify', who: 'Helen Ashworth', answer: 'There is a problem' },
    form: { note: 'not one' },
  },
  {
    ...{ path: '/register', who: 'Gareth Llewellyn', answer: 'Found' },
    form: { kind: 'children', ...named, ...reason },
  },
  {
    ...{ path: `/children/${child}/chronology`, who: 'Nia Prothero' },
    ...{ answer: 'Written agreements', form: reason },
  },
]

describe.each(questions)('what was asked on $path', ({ path, who, form, answer }) => {
  it('is answered at an address of its own, to whoever asked it and to nobody else', async () => {
    const one = await hub.as(who)
    await one.get(path)
    const first = await one.post(path, form)
    expect(wordsOf(first)).toContain(answer)
    const [address, query] = first.url.split('?')
    expect(address?.endsWith(path)).toBe(true)
    expect(query).toMatch(/^asked=[\da-f-]{36}$/)
    const again = await one.get(first.url)
    expect(again.status).toBe(first.status)
    expect(wordsOf(again)).toContain(answer)
    // The same person in another role, and a colleague in the same.
    for (const [other, position] of [
      ['Helen Ashworth', 1],
      ['Tomasz Wilk', 1],
      ['Tomasz Wilk', 2],
    ] as const) {
      const seen = await (await hub.as(other, position)).get(first.url)
      expect(wordsOf(seen)).not.toContain(answer)
    }
  })
})

it('leads from an entry of the log back to the answer in which it was found', async () => {
  const helen = await hub.as('Helen Ashworth')
  await helen.get('/audit')
  const found = await helen.post('/audit', { sentence: 'record', what: child })
  const entry = /href="[^"]*(\/audit\/entries\/[^"]+)"/.exec(found.text)?.[1] ?? ''
  const { text } = await helen.get(entry)
  const { pathname, search } = new URL(found.url)
  expect(text).toContain(`href="${pathname}${search}" class="govuk-back-link`)
  const forged = await helen.get(`${entry.split('?')[0]}?asked=https://elsewhere.example`)
  expect(forged.text).not.toContain('elsewhere.example')
})
