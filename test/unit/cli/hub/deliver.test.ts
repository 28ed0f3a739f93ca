import { describe, expect, it } from 'vitest'
import { eastvale, eastvaleAccount, westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const by = ['--by', 'OP-1']
const account = '444455556666'

describe('authority deliver', () => {
  it('says how an authority is told from now on, and what is to be done with its queue', async () => {
    const { run, entries } = await hubCommand()
    const told = await run(`authority deliver ${westmarch} --mode poll`, ...by)
    expect(told.code).toBe(0)
    expect(told.out).toContain('until that queue is empty')
    expect(told.out).toContain('--stage FILE checks it')
    expect((await run('authority list')).out).toMatch(/Westmarch +poll +served$/m)
    expect(await entries()).toMatchObject([
      {
        action: 'AUTHORITY_DELIVERY_SET',
        actor: 'operator',
        practitioner: 'op-1',
        subjects: [westmarch],
        authority: westmarch,
        codes: { fields: 'delivery', mode: 'poll', version: '2' },
      },
    ])
  })

  it('asks, where an authority polled, for its queue to be there first', async () => {
    const { run } = await hubCommand()
    await run(`authority deliver ${westmarch} --mode poll`, ...by)
    const told = await run(`authority deliver ${westmarch} --mode queue`, ...by)
    expect(told.out).toContain('deploy the stage’s file with the new way first')
  })

  it.each([
    ['poll', `${westmarch} --mode poll`],
    ['another account', `${eastvale} --mode queue --account ${account}`],
    ['no account', `${eastvale} --mode queue`],
  ])('warns where the stage’s file does not say the same: %s', async (_, words) => {
    const { run } = await hubCommand()
    const told = await run(`authority deliver ${words} --stage stage.ts`, ...by)
    expect([told.code, told.out.includes('WARNING')]).toEqual([0, true])
  })

  it.each([`${eastvale} --mode queue --account ${eastvaleAccount}`, `${westmarch} --mode queue`])(
    'is content where it does: %s',
    async (words) => {
      const { run } = await hubCommand()
      const told = await run(`authority deliver ${words} --stage stage.ts`, ...by)
      expect(told.out).toContain('the stage’s file says the same')
      expect(told.out).not.toContain('WARNING')
    },
  )

  it.each([
    ['another mode', `${westmarch} --mode fax`, '--mode: one of'],
    ['eleven digits', `${westmarch} --mode queue --account 44445555666`, '--account'],
    [
      'an account of a push',
      `${westmarch} --mode push --url https://a.example --account ${account}`,
      '--account',
    ],
    ['a push to nowhere', `${westmarch} --mode push`, '--url'],
    ['a push without TLS', `${westmarch} --mode push --url http://a.example`, '--url'],
    ['an address of a queue', `${westmarch} --mode queue --url https://a.example`, '--url'],
    ['one that is not there', 'E09000001 --mode poll', 'there is no authority'],
  ])('refuses %s', async (_, words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(`authority deliver ${words}`, ...by)
    expect(told.code).toBe(2)
    expect(told.said).toContain(says)
    expect(await entries()).toEqual([])
  })

  it('refuses one that has ended', async () => {
    const { run, hub } = await hubCommand()
    await run(`authority end ${westmarch} --until 2026-12-01`, ...by)
    hub.advance(10 * 24 * 60 * 60 * 1000)
    const told = await run(`authority deliver ${westmarch} --mode poll`, ...by)
    expect(told.said).toContain('has not been served since')
  })
})
