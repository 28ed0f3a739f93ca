import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const by = ['--by', 'OP-1']
const key = 'turning-tide'
const url = 'https://receiver.turning-tide.example/changes'

describe('agency deliver', () => {
  it('says how the system of an agency is told from now on, with an entry that names no address', async () => {
    const { run, entries } = await hubCommand()
    const pushed = await run(`agency deliver ${key} --mode push --url ${url}`, ...by)
    expect(pushed.code).toBe(0)
    expect(pushed.out).toContain('its queue must be there')
    expect((await run(`agency show ${key}`)).out).toContain(`by push to ${url}`)
    expect(await entries()).toMatchObject([
      {
        action: 'AGENCY_DELIVERY_SET',
        practitioner: 'op-1',
        subjects: [key],
        codes: { fields: 'delivery', mode: 'push', version: '2' },
      },
    ])
    expect(JSON.stringify(await entries())).not.toContain('receiver')
    await run(`agency deliver ${key} --mode poll`, ...by)
    expect((await run(`agency show ${key}`)).out).toContain('told of no changes')
  })

  it.each([
    ['the same', 'eastvale-learning-disability --mode queue', false],
    ['another way', 'eastvale-learning-disability --mode poll', true],
    ['another account', 'eastvale-learning-disability --mode queue --account 444455556666', true],
    ['nothing', `${key} --mode queue`, true],
  ])('is held beside the stage’s file, which says %s', async (_, words, warns) => {
    const { run } = await hubCommand()
    const told = await run(`agency deliver ${words} --stage stage.ts`, ...by)
    expect([told.code, told.out.includes('WARNING')]).toEqual([0, warns])
  })

  it.each([
    ['another mode', '--mode fax', '--mode: one of'],
    ['a push to nowhere', '--mode push', '--url'],
    ['a push without TLS', '--mode push --url http://a.example', '--url'],
    ['a file', '--mode push --url file:///etc/passwd', '--url'],
    [
      'the addresses of a function’s own credentials',
      '--mode push --url https://169.254.169.254/',
      'no one',
    ],
    ['a private network', '--mode push --url https://10.0.0.7/changes', 'no one'],
    ['a private network, in other figures', '--mode push --url https://0x0a000007/', 'no one'],
    ['a private network of IPv6', '--mode push --url https://[fd00::1]/', 'no one'],
    ['IPv4 in the clothes of IPv6', '--mode push --url https://[::ffff:10.0.0.7]/', 'no one'],
    ['a name of somebody’s own network', '--mode push --url https://hub.internal/', 'no one'],
    ['a name without a domain', '--mode push --url https://receiver/', 'no one'],
    ['a password', '--mode push --url https://a:b@receiver.example/', 'no one'],
    ['an account of a push', `--mode push --url ${url} --account 444455556666`, '--account'],
  ])('refuses %s', async (_, words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(`agency deliver ${key} ${words}`, ...by)
    expect(told.code).toBe(2)
    expect(told.said).toContain(says)
    expect(await entries()).toEqual([])
  })

  it.each([
    ['that is not there', 'nobody', 'no agency nobody'],
    ['that the hub rehearses with', 'rehearsal', 'the hub rehearses with it'],
  ])('refuses one %s', async (_, which, says) => {
    const { run } = await hubCommand()
    const told = await run(`agency deliver ${which} --mode queue`, ...by)
    expect([told.code, told.said.includes(says)]).toEqual([2, true])
  })

  it('refuses such addresses of an authority too', async () => {
    const { run } = await hubCommand()
    const words = `authority deliver ${westmarch} --mode push --url https://192.168.1.1/`
    expect((await run(words, ...by)).said).toContain('no one on the internet')
  })
})
