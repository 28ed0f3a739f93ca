import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import { tables } from '../../../local/serve/hub-in-memory.ts'
import { watchRuleIds } from '../../../shared/audit/watching/watch-rules.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { alertRow } from '../../../shared/aws/dynamodb/alert-rows.ts'
import { countUnagreed } from '../../../shared/aws/dynamodb/unagreed.ts'
import { keepReportIn } from '../../../shared/aws/dynamodb/watch-reports.ts'
import { lastWatchable } from '../../../shared/calendar/watched-day.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import type { PlainBrowser, Seen } from '../../builders/a-browser.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { type AConsole, aConsole, hiddenIn, wordsOf } from '../../builders/a-console.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import { aContestedAlert, anAlert } from '../../builders/an-alert.ts'

let hub: AConsole
let colin: PlainBrowser
beforeAll(async () => {
  hub = await aConsole()
  colin = await hub.as('Colin Stoddart')
})
afterAll(() => hub.stop())

const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7777 }}`
const refused = { consent: { status: 'REFUSED' } } as const
const why = 'The child is one year old and nobody else looks after him at night.'

type Change = Parameters<typeof aConcern>[0]
const send = async (change: Change = refused, by = 'TT-0412'): Promise<void> => {
  const service = apiClient(hub.served.place, 'westmarch-substance-misuse')
  const answer = await service.call('POST', '/concerns', {
    body: aConcern(change),
    headers: { 'Idempotency-Key': randomUUID(), 'Hub-Practitioner': by },
  })
  expect(answer.status, answer.text).toBe(202)
}
const questionsIn = ({ text }: Seen): readonly string[] =>
  [...text.matchAll(/\/questions\/([0-9a-f-]{36})/g)].map(([, id = '']) => id)

/** Sends a concern, and gives the question that came of it. */
const asked = async (change?: Change, by?: string): Promise<string> => {
  const before = questionsIn(await colin.get('/questions'))
  await send(change, by)
  const after = questionsIn(await colin.get('/questions'))
  return after.find((id) => !before.includes(id)) ?? ''
}
const answer = (who: PlainBrowser, id: string, form: Record<string, string> = {}): Promise<Seen> =>
  who.post(`/questions/${id}`, {
    version: hiddenIn(who.last ?? { text: '' }, 'version'),
    verdict: 'SHARE_MINIMAL',
    reason: why,
    notRelated: 'yes',
    ...form,
  })

describe('a lead', () => {
  it('sees what waits, with the law, what was sent, what each answer discloses and what silence does', async () => {
    const id = await asked()
    const list = wordsOf(await colin.get('/questions'))
    expect(list).toContain('The adult said no. Is it right to share it all the same?')
    expect(list).toContain('Answer by')
    const page = wordsOf(await colin.get(`/questions/${id}`))
    for (const said of [
      'Children Act 2004, section 16LA',
      'Relapse into heroin use',
      'Marta Quillfeather',
      'Odo Quillfeather',
      'No, they said no',
      'He is seven and nobody else looks after him.',
      'They do not read what happened',
      'If nobody answers by then',
    ])
      expect(page).toContain(said)
  })

  it('answers once, and then neither the question nor the concern is there any more', async () => {
    const id = await asked()
    await colin.get(`/questions/${id}`)
    const answered = await answer(colin, id)
    expect(wordsOf(answered)).toContain('Your answer has been kept and takes effect')
    expect(questionsIn(answered)).not.toContain(id)
    const closed = wordsOf(await colin.get(`/questions/${id}`))
    expect(closed).toContain('It has been answered')
    expect(closed).toContain('Share the least')
    expect(closed).not.toContain('Quillfeather')
    expect(questionsIn(await colin.get('/questions?state=closed'))).toContain(id)
  })

  it.each([
    ['nothing', { verdict: '', reason: '', notRelated: '' }, ['verdict', 'reason', 'notRelated']],
    ['too short a reason', { reason: 'Because.' }, ['reason']],
    ['a relative’s', { notRelated: '' }, ['notRelated']],
    ['an answer that is none of these', { verdict: 'IDENTIFIED' }, ['verdict']],
  ])('is told what to mend of %s, and keeps what was typed', async (_what, form, fields) => {
    const id = await asked()
    await colin.get(`/questions/${id}`)
    const seen = await answer(colin, id, form)
    expect(seen.status).toBe(400)
    for (const field of fields) expect(seen.text).toContain(`href="#${field}"`)
    if (!('reason' in form)) expect(seen.text).toContain(why)
  })

  it('leaves what they sent themselves to a colleague', async () => {
    const id = await asked(refused, 'TT-0007')
    await colin.get(`/questions/${id}`)
    const seen = await answer(colin, id)
    expect(wordsOf(seen)).toContain('You sent this one yourself')
    expect(questionsIn(await colin.get('/questions'))).toContain(id)
  })
})

describe('two people', () => {
  const protectedFamily = { ...refused, flags: ['RESTRICTED_ADDRESS'] } as const

  it('decide where one could betray a family: the second sees what the first said, and why', async () => {
    const id = await asked({ ...protectedFamily, flags: [...protectedFamily.flags] })
    expect(wordsOf(await colin.get(`/questions/${id}`))).toContain('You are the first')
    const first = await answer(colin, id)
    expect(wordsOf(first)).toContain('A second person has to say the same')
    const own = wordsOf(await colin.get(`/questions/${id}`))
    expect(own).toContain('Somebody else has to give the same answer')
    expect(own).toContain(why)
    expect(wordsOf(await colin.get('/questions'))).toContain('Needs a second person')
    const second = apiClient(hub.served.place, 'westmarch-substance-misuse-lead')
    const headers = { 'Hub-Practitioner': 'LEAD-7' }
    const read = await second.call('GET', `/reviews/${id}`, { headers })
    const said = await second.call('POST', `/reviews/${id}/decision`, {
      headers: { ...headers, 'If-Match': read.headers.get('etag') ?? '' },
      body: aVerdict('SHARE_MINIMAL'),
    })
    expect(said.body).toMatchObject({ state: 'DECIDED' })
  })

  it('who answer at once: the second is shown how it stands, with what they typed', async () => {
    const id = await asked({ ...protectedFamily, flags: [...protectedFamily.flags] })
    await colin.get(`/questions/${id}`)
    const version = hiddenIn(colin.last ?? { text: '' }, 'version')
    await answer(colin, id)
    await colin.get(`/questions/${id}`)
    const late = await answer(colin, id, { version, reason: `${why} Typed late.` })
    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain('This changed while you were reading it')
    expect(late.text).toContain('Typed late.')
    expect(wordsOf(late)).toContain('You have answered')
  })
})

describe('a question', () => {
  it('shows what somebody wrote as it was written, and never as part of the page', async () => {
    const id = await asked({
      ...refused,
      reason: nasty,
      whyOverridden: nasty,
      narrative: [{ kind: 'REPORTED', text: nasty }],
      subject: {
        ...aConcern().subject,
        names: [{ given: nasty.slice(0, 90), family: nasty.slice(0, 90) }],
      },
      protectiveFactors: nasty,
    })
    const { text, status } = await colin.get(`/questions/${id}`)
    expect(status).toBe(200)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img')
    expect(text).not.toContain('54439')
    expect(/<title>([^<]*)/.exec(text)?.[1]).not.toContain('alert')
  })

  it('is not there for another service, for whoever sent it, or under a name that is none', async () => {
    const id = await asked()
    for (const [name, position] of [
      ['Ines Marlowe', 0],
      ['Colin Stoddart', 1],
      ['Nia Prothero', 0],
      ['Joan Whitcombe', 0],
    ] as const) {
      const other = await hub.as(name, position)
      expect([name, (await other.get(`/questions/${id}`)).status]).toEqual([name, 404])
    }
    for (const wrong of ['x', '..%2f..%2fwatch-reports', randomUUID()])
      expect((await colin.get(`/questions/${wrong}`)).status).toBe(404)
  })

  it('of the partnership comes to its lead', async () => {
    await send({ harm: 'H1', consent: { status: 'REFUSED' }, flags: ['PREVIOUS_REMOVAL'] })
    const joan = await hub.as('Joan Whitcombe')
    const [id = ''] = questionsIn(await joan.get('/questions'))
    const page = wordsOf(await joan.get(`/questions/${id}`))
    expect(page).toContain('Nobody agreed to early help')
    expect(page).not.toContain('Share all of it')
    const answered = await answer(joan, id, { verdict: 'HOLD' })
    expect(wordsOf(answered)).toContain('Your answer has been kept')
  })
})

describe('what the partnership’s lead is told besides', () => {
  it('is what reached the partnership, with whom to ring, and what was told without an agreement', async () => {
    const day = lastWatchable(new Date())
    const at = new Date(`${day}T10:00:00Z`)
    const told = { agency: 'turning-tide', authorities: [westmarch], at }
    const alert = aContestedAlert(71, 'partnership')
    const silence = {
      level: 'partnership',
      reason: 'Nobody has rung.',
      at: at.toISOString(),
    } as const
    const silent = anAlert({ alertId: alertIdSchema.parse(anId(72)), silences: [silence] })
    await hub.served.store.transact([
      put(tables.casework, alertRow(alert)),
      put(tables.casework, alertRow(silent)),
      ...countUnagreed(tables.casework, told),
    ])
    const joan = await hub.as('Joan Whitcombe')
    const contested = await joan.get('/contested')
    expect(wordsOf(contested)).toContain('Westmarch')
    expect(contested.text).toContain(alert.alertId)
    expect(wordsOf(contested)).toContain('The sender disagrees with the answer.')
    expect(contested.text).toContain(silent.alertId)
    expect(wordsOf(contested)).toContain('No answer has come.')
    expect(contested.text).not.toContain(silence.reason)
    expect(contested.text).toContain('href="tel:')
    expect(contested.text).not.toContain(alert.challenges?.[0]?.reason ?? '?')
    const unagreed = wordsOf(await joan.get(`/watch?day=${day}`))
    expect(unagreed).toContain('Told without an agreement')
    expect(unagreed).toContain('Turning Tide drug and alcohol service Westmarch 1')
    expect(wordsOf(await colin.get(`/watch?day=${day}`))).not.toContain('Told without an agreement')
  })

  it('is for a service’s lead what their own service contests', async () => {
    const none = await colin.get('/contested')
    expect(wordsOf(none)).toContain('There are none')
    expect((await (await hub.as('Nia Prothero')).get('/contested')).status).toBe(404)
  })
})

describe('a day’s use of the hub', () => {
  it('is there for each lead, by day', async () => {
    expect(wordsOf(await colin.get('/watch'))).toContain('This day has not been looked at yet')
    const older = await colin.get('/watch?day=2026-01-31')
    expect(older.text).toContain('day=2026-01-30')
    expect(older.text).toContain('day=2026-02-01')
    for (const wrong of ['2026-02-30', 'x', '2026-1-1&x=y', '%3Cb%3E'])
      expect((await colin.get(`/watch?day=${wrong}`)).status).toBe(404)
  })

  const day = '2026-01-31'
  const finding = {
    clients: ['console-referrer-turning-tide'],
    isVouchedFor: true,
    count: 4,
    first: `${day}T22:10:00Z`,
    last: `${day}T23:40:00Z`,
    about: [],
  }
  const tick = (number: number, how: string, version?: string): Promise<Seen> =>
    colin.post('/watch', {
      day,
      finding: String(number),
      how,
      version: version ?? hiddenIn(colin.last ?? { text: '' }, 'version'),
    })

  beforeAll(async () => {
    const numbered = watchRuleIds.map((rule, at) => ({
      ...finding,
      number: at + 1,
      rule,
      practitioner: rule === 'BURST' ? 'tt-0007' : 'tt-0412',
    }))
    const report = {
      ...{ owner: 'turning-tide', day, version: 1, madeAt: `${day}T23:59:00Z` },
      ...{ findings: numbered, total: numbered.length },
    }
    await keepReportIn(hub.served.store, tables.casework)(report, new Date())
  })

  it('says of each finding under which rule, who, how often and when, and takes that somebody looked', async () => {
    const seen = await colin.get(`/watch?day=${day}`)
    const said = wordsOf(seen)
    for (const words of [
      `${watchRuleIds.length} of ${watchRuleIds.length} wait`,
      'Looked somebody up at night',
      'tt-0412',
      '4 times, 10:10pm – 11:40pm',
      'This one is about you',
    ])
      expect(said).toContain(words)
    const ticked = wordsOf(await tick(2, 'TAKEN_UP'))
    expect(ticked).toContain('That you looked at it has been kept')
    expect(ticked).toContain('Being looked into')
    expect(ticked.indexOf('Being looked into')).toBeGreaterThan(ticked.indexOf('at night'))
  })

  it('is not ticked by whoever it is about, nor over what somebody else ticked meanwhile', async () => {
    await colin.get(`/watch?day=${day}`)
    expect(wordsOf(await tick(1, 'EXPLAINED'))).toContain('This one is about you')
    expect(wordsOf(await tick(3, 'EXPLAINED', '"1"'))).toContain('Somebody else has looked')
    const joan = await hub.as('Joan Whitcombe')
    expect(wordsOf(await joan.get(`/watch?day=${day}`))).not.toContain('tt-0412')
  })

  it('takes no tick for what is not there', async () => {
    await colin.get(`/watch?day=${day}`)
    expect((await tick(99, 'EXPLAINED')).status).toBe(404)
    await colin.get(`/watch?day=${day}`)
    expect((await tick(4, 'FORGET')).status).toBe(404)
    await colin.get(`/watch?day=${day}`)
    expect((await tick(4, 'EXPLAINED', 'x')).status).not.toBe(200)
  })
})
