import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'
import { aSigningKey } from '../../../builders/signing-keys.ts'

const by = ['--by', 'OP-1']
const ofService =
  'client register first-client --role referrer --agency turning-tide --public-key key.pem'

const withKey = async () => {
  const command = await hubCommand()
  const key = aSigningKey()
  command.write('key.pem', key.publicKey.export({ format: 'pem', type: 'spki' }).toString())
  return { ...command, key }
}

describe('client register', () => {
  it('lets a service in, in the name that the directory has of it', async () => {
    const { json, key } = await withKey()
    expect(await json(ofService, ...by)).toEqual({
      client: {
        clientId: 'first-client',
        role: 'referrer',
        scopes: ['concerns.write', 'concerns.read'],
        agency: 'turning-tide',
        agencyName: 'Turning Tide drug and alcohol service',
        agencyType: 'substance-misuse',
        active: true,
        keys: [{ kid: key.kid, thumbprint: key.kid, isLive: true }],
      },
    })
  })

  it('lets an authority’s system in', async () => {
    const { json } = await withKey()
    const line = `client register desk --role social-worker --authority ${westmarch} --scopes alerts.read,alerts.lead --vouches --public-key key.pem`
    expect(await json(line, ...by)).toMatchObject({
      client: {
        scopes: ['alerts.read', 'alerts.lead'],
        agency: 'westmarch',
        authority: westmarch,
        vouches: true,
      },
    })
  })

  it.each(['partnership-lead', 'auditor'])('lets a %s in, who acts for all', async (role) => {
    const { json } = await withKey()
    const line = `client register one --role ${role} --practitioner Lead-7 --public-key key.pem`
    expect(await json(line, ...by)).toMatchObject({ client: { role, practitioner: 'lead-7' } })
  })

  it('says who did it, with the names of fields and no key material', async () => {
    const { run, key, entries } = await withKey()
    await run(ofService, ...by)
    const [entry] = await entries()
    expect(entry).toMatchObject({
      action: 'CLIENT_REGISTERED',
      outcome: 'DONE',
      actor: 'operator',
      practitioner: 'op-1',
      subjects: ['first-client'],
      codes: { thumbprints: key.kid, role: 'referrer', version: '1' },
    })
    expect(entry?.codes?.['fields']).toBe(
      'active agency agencyName agencyType clientId keys role scopes',
    )
    expect(JSON.stringify(entry)).not.toContain(key.jwk.x)
    expect(JSON.stringify(entry)).not.toContain(key.jwk.y)
  })

  it.each([
    ['an unknown agency', '--role referrer --agency nobody', 'there is no agency nobody'],
    ['no agency', '--role referrer', 'give --agency'],
    ['an authority for a service', `--role referrer --authority ${westmarch}`, 'give --agency'],
    [
      'an authority that is not served',
      '--role social-worker --authority E06000001',
      'does not serve E06000001',
    ],
    ['no authority', '--role register-manager', 'give --authority'],
    ['an agency for an auditor', '--role auditor --agency turning-tide', 'leave them out'],
    ['a role that does not exist', '--role admin', 'one of referrer'],
    [
      'a scope of another role',
      '--role referrer --agency turning-tide --scopes audit.read',
      'not audit.read',
    ],
    ['no scope', '--role referrer --agency turning-tide --scopes ,', 'may have'],
    ['a work id with a blank', '--role auditor --practitioner Jo@Bloggs', '--practitioner'],
    ['a file that is not there', '--role auditor --jwks none.json', 'one way'],
  ])('refuses %s, and stores nothing', async (_, words, says) => {
    const { run, hub, entries } = await withKey()
    const before = (await hub.rows('directory')).length
    const told = await run(`client register someone ${words} --public-key key.pem`, ...by)
    expect(told).toMatchObject({ code: 2, out: '' })
    expect(told.said).toContain(says)
    expect(await hub.rows('directory')).toHaveLength(before)
    expect(await entries()).toEqual([])
  })

  it.each(['operator', 'seal-audit', 'Upper', '1st', 'a_b', '9991144072'])(
    'refuses the id %s',
    async (id) => {
      const { run } = await withKey()
      const told = await run(`client register ${id} --role auditor --public-key key.pem`, ...by)
      expect(told.code).toBe(2)
    },
  )

  it('says that a client is registered already', async () => {
    const { run } = await withKey()
    await run(ofService, ...by)
    expect((await run(ofService, ...by)).said).toContain('first-client is registered already')
  })

  it('refuses a second client the key of the first', async () => {
    const { run } = await withKey()
    await run(ofService, ...by)
    const told = await run(ofService.replace('first', 'second'), ...by)
    expect(told.said).toContain('this is the key of first-client')
  })

  it('refuses a private key, and shows nothing of it', async () => {
    const { run, write, key, hub } = await withKey()
    const pem = key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    write('key.pem', pem)
    const told = await run(ofService, ...by)
    expect(told.said).toMatch(/^this holds a private key/)
    const inline = await run('client register a --role auditor --by OP-1 --public-key', pem)
    expect(inline.said).toContain('not the key itself')
    expect(JSON.stringify([told, inline, await hub.rows('directory')])).not.toContain(
      pem.split('\n')[1],
    )
  })

  it('needs somebody who does it', async () => {
    const { run } = await withKey()
    expect((await run(ofService)).said).toContain('--by')
    expect((await run(ofService, '--by', 'Jo Bloggs')).said).toContain('--by')
  })

  it('takes keys from an address that is allowed, and keeps what it fetched', async () => {
    const { run, json, write, key } = await withKey()
    const url = 'https://keys.service.example/jwks.json'
    const line = `client register far --role referrer --agency turning-tide --jwks-url ${url}`
    write(url, { keys: [key.jwk] })
    expect((await run(line, ...by)).said).toContain('not among the hosts')
    expect(await json(`${line} --jwks-hosts keys.service.example`, ...by)).toMatchObject({
      client: { jwksUrl: url, keys: [{ thumbprint: key.kid }] },
    })
    const ofStage = line.replace('far', 'near').replace('keys.service', 'keys.stage')
    write('https://keys.stage.example/jwks.json', { keys: [aSigningKey().jwk] })
    expect((await run(`${ofStage} --stage stage.ts`, ...by)).code).toBe(0)
  })
})

describe('client rotate', () => {
  it('adds a key, gives the one before an end, and shows both thumbprints', async () => {
    const { run, json, write, key, entries } = await withKey()
    await run(ofService, ...by)
    const next = aSigningKey()
    write('next.json', { keys: [next.jwk] })
    const told = await json('client rotate first-client --jwks next.json --overlap 2', ...by)
    expect(told).toMatchObject({
      before: [key.kid],
      after: [key.kid, next.kid],
      client: { keys: [{ kid: key.kid, until: '2026-11-23T12:00:00.000Z' }, { kid: next.kid }] },
    })
    const rotated = (await entries()).find(({ action }) => action === 'CLIENT_KEYS_ROTATED')
    expect(rotated?.codes).toEqual({
      fields: 'keys',
      thumbprints: `${key.kid} ${next.kid}`,
      version: '2',
    })
  })

  it('fetches anew from where the client publishes', async () => {
    const { run, json, write, key } = await withKey()
    const url = 'https://keys.service.example/jwks.json'
    const hosts = '--jwks-hosts keys.service.example'
    write(url, { keys: [key.jwk] })
    await run(`client register far --role auditor --jwks-url ${url} ${hosts}`, ...by)
    expect((await run(`client rotate far --from-url ${hosts}`, ...by)).said).toContain(
      'nothing to rotate',
    )
    const next = aSigningKey()
    write(url, { keys: [key.jwk, next.jwk] })
    expect((await run('client rotate far --from-url', ...by)).said).toContain('not among the hosts')
    expect(await json(`client rotate far --from-url ${hosts}`, ...by)).toMatchObject({
      before: [key.kid],
      after: [key.kid, next.kid],
    })
  })

  it.each([
    ['an unknown client', 'client rotate nobody --public-key key.pem', 'no client nobody'],
    ['a client without a URL', 'client rotate first-client --from-url', 'without a URL'],
    ['no source', 'client rotate first-client', 'give the public key'],
    [
      'an overlap of half an hour',
      'client rotate first-client --public-key key.pem --overlap 0.5',
      'whole hours',
    ],
    [
      'an overlap of months',
      'client rotate first-client --public-key key.pem --overlap 721',
      'whole hours',
    ],
  ])('refuses %s', async (_, line, says) => {
    const { run } = await withKey()
    await run(ofService, ...by)
    const told = await run(line, ...by)
    expect(told.code).toBe(2)
    expect(told.said).toContain(says)
  })

  it('is refused to the second of two who change a client at once', async () => {
    const { run, write } = await withKey()
    await run(ofService, ...by)
    write('next.json', aSigningKey().jwk)
    const both = await Promise.all([
      run('client rotate first-client --public-key next.json', ...by),
      run('client suspend first-client', ...by),
    ])
    expect(both.map(({ code }) => code).toSorted()).toEqual([0, 2])
    expect(both.map(({ said }) => said).join('')).toContain('somebody else has just changed it')
  })
})

describe('client suspend', () => {
  it('says from when it counts, once, and can be lifted', async () => {
    const { run, entries } = await withKey()
    await run(ofService, ...by)
    const told = await run('client suspend first-client', ...by)
    expect(told.out).toContain('ends within its 5 minutes')
    expect((await run('client suspend first-client', ...by)).said).toContain('suspended already')
    expect((await run('client suspend first-client --lift', ...by)).code).toBe(0)
    expect((await run('client suspend first-client --lift', ...by)).said).toContain('not suspended')
    expect((await entries()).map(({ action }) => action).toSorted()).toEqual([
      'CLIENT_REGISTERED',
      'CLIENT_RESUMED',
      'CLIENT_SUSPENDED',
    ])
  })
})

describe('client list and show', () => {
  it('tell of every client and of one, without the material of their keys', async () => {
    const { run, json, key } = await withKey()
    await run(ofService, ...by)
    const listed = await run('client list')
    expect(listed.out).toMatch(/^first-client +referrer +turning-tide +active +1 key\(s\)$/m)
    const shown = await run('client show first-client')
    expect(shown.out).toContain(key.kid)
    const all = JSON.stringify([listed, shown, await json('client list')])
    expect(all).not.toContain(key.jwk.x)
    expect((await run('client show nobody')).said).toContain('no client nobody')
  })
})

describe('a client of an authority that has ended', () => {
  it('is refused', async () => {
    const { run } = await withKey()
    await run(`authority end ${northmoor} --until 2026-11-23 --replaced-by ${westmarch}`, ...by)
    const line = `client register desk --role social-worker --authority ${northmoor} --public-key key.pem`
    expect((await run(line, ...by)).said).toContain('has not been served since 2026-11-23')
  })
})
