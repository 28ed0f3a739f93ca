import { describe, expect, it } from 'vitest'
import { councils } from '../../practice/actors.ts'
import { inMemoryStage } from '../../practice/in-memory.ts'
import { only } from '../../practice/only.ts'
import { at, given, named, refused, subject } from '../../practice/people.ts'
import type { AlertSeen, Concern, Stage } from '../../practice/stage.ts'

const home = at('7, Hallam Close, Northmoor, NM7 7GG')
const ivy = named('Ivy Hallam', '2023-05-01')
const refuge = 'Rose House, 3 Secret Row, Cragthorpe NM3 1ZZ'
const herNumber = '01632 960777'

const noor = subject('Noor Hallam', '1993-03-03', { home, sex: 'F', role: 'VICTIM' })
const craig = subject('Craig Hallam', '1990-10-10', {
  home,
  sex: 'M',
  relationshipToChild: 'FATHER',
})

const inSecret = {
  harm: 'H1',
  authority: councils.N.code,
  consent: refused,
  flags: ['DA'],
  factors: ['3B'],
  domesticAbuse: {
    childPresent: 'SAW',
    refuge,
    safeContact: { number: herNumber, safeToCall: false },
  },
  keepConfidentialFrom: [{ person: 'Craig', why: 'He would kill me.' }],
  subject: noor,
  children: [ivy],
} as const

type Change = Partial<NonNullable<Concern>>

const sendHers = (stage: Stage, change: Change = {}) =>
  stage.send('charity', { ...inSecret, ...change } as Concern)
const sendHis = async (stage: Stage, change: Change = {}): Promise<string> => {
  const { id } = await stage.send('drugs', {
    authority: councils.N.code,
    factors: ['1B'],
    subject: craig,
    children: [ivy],
    consent: given,
    reason: `He drinks. He says she is at ${refuge}, or on ${herNumber}.`,
    ...change,
  } as Concern)
  return id
}
const readHis = async (stage: Stage, id: string): Promise<AlertSeen['content']> =>
  only(await stage.alerts('N', id)).content

const isProtected = (content: AlertSeen['content']): void => {
  expect(content.tellParent).toBe('no')
  expect(content.banners).toContain('ASK_BEFORE_CONTACT')
  const text = JSON.stringify(content)
  expect(text).not.toMatch(/Secret Row|Rose House|NM3 1ZZ|960777|safe harbour|domestic|kill/i)
  expect(text).toContain('Hallam Close')
}
const isNotProtected = (content: AlertSeen['content']): void => {
  expect(content.tellParent).toBe('yes')
  expect(content.banners).not.toContain('ASK_BEFORE_CONTACT')
}
const start = (): Promise<Stage> => inMemoryStage('2026-11-23T10:00:00Z')
const nobodyNamed = { children: [], whyChildrenUnknown: 'Not asked.' }

describe('a family that no register knows, of whom one was told of in secret', () => {
  it('is protected in what is sent about another of it later', async () => {
    const stage = await start()
    await sendHers(stage)
    isProtected(await readHis(stage, await sendHis(stage)))
  })

  it('is protected in what was sent before, from then on', async () => {
    const stage = await start()
    const id = await sendHis(stage)
    isNotProtected(await readHis(stage, id))
    await sendHers(stage)
    isProtected(await readHis(stage, id))
  })

  it('is known by its home alone, whatever its people are called', async () => {
    const stage = await start()
    await sendHers(stage, nobodyNamed)
    const other = subject('Tomasz Zielinski', '1988-01-19', { home, relationshipToChild: 'FATHER' })
    isProtected(await readHis(stage, await sendHis(stage, { ...nobodyNamed, subject: other })))
  })

  it('is known by its child alone, wherever its people live', async () => {
    const stage = await start()
    await sendHers(stage, { subject: { ...noor, addresses: [] } })
    isProtected(await readHis(stage, await sendHis(stage)))
  })

  it('is known by who is named beside the one told of', async () => {
    const stage = await start()
    const { names, dateOfBirth } = craig
    await sendHers(stage, {
      ...nobodyNamed,
      subject: { ...noor, addresses: [] },
      otherAdults: [
        { names, dateOfBirth, relationshipToSubject: 'PARTNER', relationshipToChild: 'FATHER' },
      ],
    } as Change)
    isProtected(await readHis(stage, await sendHis(stage, nobodyNamed)))
  })

  it('stays protected when what was told in secret is withdrawn', async () => {
    const stage = await start()
    const { id } = await sendHers(stage)
    expect((await stage.withdraw('charity', id)).status).toBe(202)
    await stage.eventually(() => Promise.resolve(false))
    isProtected(await readHis(stage, await sendHis(stage)))
  })

  it('is protected for two years by what was shared, and then no more', async () => {
    const stage = await start()
    await sendHers(stage, { harm: 'H3' })
    await stage.clock?.skip(547)
    isProtected(await readHis(stage, await sendHis(stage)))
    await stage.clock?.skip(190)
    isNotProtected(await readHis(stage, await sendHis(stage)))
  })

  it('is protected in what an authority answers about the other, also once it has answered', async () => {
    const stage = await start()
    const id = await sendHis(stage)
    const { alertId } = only(await stage.alerts('N', id))
    const said = `She is at ${refuge}, on ${herNumber}.`
    const steps = [
      { step: 'acknowledgement', body: {} },
      { step: 'outcome', body: { outcome: 'ASSESSMENT_S17' } },
      { step: 'feedback', body: { lines: [{ kind: 'FACT', text: said }] } },
    ] as const
    for (const one of steps) expect((await stage.answer('N', alertId, one)).status).toBe(200)
    expect(JSON.stringify((await stage.follow('drugs', id)).body)).toContain('Secret Row')
    await sendHers(stage)
    const { body } = await stage.follow('drugs', id)
    expect(body['feedback']).toHaveLength(1)
    expect(JSON.stringify(body)).not.toMatch(/secret row|rose house|nm3|960777/i)
    isProtected(await readHis(stage, id))
  })

  it('is the same to the sender as a family of whom nobody told', async () => {
    const [told, untold] = [await start(), await start()]
    await sendHers(told)
    const seen = []
    for (const stage of [told, untold]) {
      const { body } = await stage.follow('drugs', await sendHis(stage))
      seen.push({ ...body, concernId: '' })
    }
    expect(seen[0]).toEqual(seen[1])
  })
})

describe('another family', () => {
  it('is not protected for the same surname in the same street', async () => {
    const stage = await start()
    await sendHers(stage)
    const id = await sendHis(stage, {
      subject: subject('Martin Hallam', '1971-06-22', {
        home: at('19, Hallam Close, Northmoor, NM7 7GG'),
        sex: 'M',
        relationshipToChild: 'FATHER',
      }),
      children: [named('George Hallam', '2014-09-17')],
    })
    isNotProtected(await readHis(stage, id))
  })
})
