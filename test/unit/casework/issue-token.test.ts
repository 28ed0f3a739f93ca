import { describe, expect, it } from 'vitest'
import type { Client } from '../../../shared/agencies/client.ts'
import type { Authority } from '../../../shared/agencies/directory.ts'
import { type IssueTokenDeps, issueToken } from '../../../shared/casework/issue-token.ts'
import { quotas } from '../../../shared/codes/quotas.ts'
import { aDirectory, readsDirectory } from '../../builders/a-directory.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { drugService, westmarch } from '../../builders/clients.ts'

const client: Client = {
  ...drugService,
  active: true,
  keys: [{ kty: 'EC', crv: 'P-256', x: 'a', y: 'b', kid: 'k1', alg: 'ES256' }],
}

const ask = async (scope: string | undefined, change: Partial<IssueTokenDeps> = {}) => {
  const actions: string[] = []
  const deps: IssueTokenDeps = {
    ...readsDirectory,
    readClient: () => Promise.resolve(client),
    verifyAssertion: () => Promise.resolve({ jti: 'an-assertion', exp: 1000 }),
    spend: (_, entries) => {
      actions.push(...entries.map(({ action }) => action))
      return Promise.resolve('spent')
    },
    sign: (_, granted) => Promise.resolve(`token of ${granted}`),
    record: (entries) => {
      actions.push(...entries.map(({ action }) => action))
      return Promise.resolve()
    },
    recordNothing: () => {
      actions.push('nothing')
      return Promise.resolve()
    },
    newId: () => anId(1),
    tally: ({ kind }) => Promise.resolve({ counts: { [kind]: 3 }, isAsked: false }),
    ask: () => Promise.resolve(),
    now: () => new Date('2026-11-23T10:00:00Z'),
    ...change,
  }
  const outcome = await issueToken(
    {
      assertion: 'a.b.c',
      claimedClientId: 'drug-service',
      scope,
      from: { requestId: 'request-0001', gatewayId: 'gateway-0001' },
    },
    deps,
  )
  return { outcome, actions }
}

describe('the scopes of a token', () => {
  it.each([
    [undefined, 'concerns.write concerns.read'],
    ['', 'concerns.write concerns.read'],
    ['  ', 'concerns.write concerns.read'],
    ['concerns.read', 'concerns.read'],
    ['concerns.read concerns.write', 'concerns.write concerns.read'],
    ['concerns.read concerns.read', 'concerns.read'],
    [' concerns.read  concerns.write ', 'concerns.write concerns.read'],
  ])('asked for as %j are %j', async (scope, granted) => {
    const { outcome } = await ask(scope)
    expect(outcome).toMatchObject({ kind: 'issued', token: `token of ${granted}`, scope: granted })
  })

  it.each([
    'audit.read',
    'concerns.read audit.read',
    'concerns.READ',
    'everything',
    'concerns.read,concerns.write',
  ])('asked for as %j are refused', async (scope) => {
    const { outcome, actions } = await ask(scope)
    expect(outcome).toEqual({ kind: 'scope-refused' })
    expect(actions).toEqual(['TOKEN_REFUSED'])
  })
})

describe('a client', () => {
  it.each([
    [
      'that nobody knows is refused, and leaves nothing in the log',
      { readClient: () => Promise.resolve(undefined) },
      ['nothing'],
    ],
    [
      'that is no longer active is refused',
      { readClient: () => Promise.resolve({ ...client, active: false }) },
      ['nothing'],
    ],
    [
      'whose assertion does not hold is refused, and leaves nothing in its name',
      { verifyAssertion: () => Promise.reject(new Error('a')) },
      ['nothing'],
    ],
  ])('%s', async (...[, change, expected]) => {
    const { outcome, actions } = await ask(undefined, change)
    expect(outcome).toEqual({ kind: 'client-unproven' })
    expect(actions).toEqual(expected)
  })

  it('whose own assertion was used before is refused, and it is recorded', async () => {
    const { outcome, actions } = await ask(undefined, {
      spend: () => Promise.resolve('spent-before' as const),
    })
    expect([outcome, actions]).toEqual([{ kind: 'client-refused' }, ['TOKEN_REFUSED']])
  })

  it.each([
    ['that nobody knows', undefined],
    ['that is no longer active', { ...client, active: false }],
    ['that is known', client],
  ])('%s is refused after the same work: a read, a signature, a write', async (_, found) => {
    const work: string[] = []
    const did =
      <Result>(what: string, result: () => Promise<Result>) =>
      (): Promise<Result> => {
        work.push(what)
        return result()
      }
    await ask(undefined, {
      readClient: did('read', () => Promise.resolve(found)),
      verifyAssertion: did('signature', () => Promise.reject(new Error('not theirs'))),
      record: did('write', () => Promise.resolve()),
      recordNothing: did('write', () => Promise.resolve()),
    })
    expect(work).toEqual(['read', 'signature', 'write'])
  })

  it('has each of its tokens counted, and gets one however many it has had', async () => {
    const counted: unknown[] = []
    const asked: string[] = []
    const { outcome } = await ask(undefined, {
      tally: (use) => {
        counted.push(use)
        return Promise.resolve({ counts: { tokens: quotas.tokens.aDay + 1 }, isAsked: false })
      },
      ask: ({ clientId }) => Promise.resolve(void asked.push(clientId)),
    })
    const { clientId, agencyName } = client
    expect(counted).toEqual([{ clientId, agencyName, day: '2026-11-23', kind: 'tokens' }])
    expect(asked).toEqual([clientId])
    expect(outcome).toMatchObject({ kind: 'issued', left: 0 })
  })

  it('is not counted for what somebody else asks for in its name', async () => {
    const counted: unknown[] = []
    await ask(undefined, {
      verifyAssertion: () => Promise.reject(new Error('not theirs')),
      tally: (use) => {
        counted.push(use)
        return Promise.resolve({ counts: {}, isAsked: false })
      },
    })
    expect(counted).toEqual([])
  })

  it('gets no token when the use of its assertion cannot be stored', async () => {
    await expect(
      ask(undefined, { spend: () => Promise.reject(new Error('store')) }),
    ).rejects.toThrow('store')
  })

  const said = {
    entryId: anId(1),
    at: '2026-11-23T10:00:00.000Z',
    actor: 'drug-service',
    agency: 'turning-tide',
    requestId: 'request-0001',
    gatewayId: 'gateway-0001',
    subjects: ['drug-service'],
  }

  it('spends its assertion until a minute after it expires, recorded with the scope granted', async () => {
    const spent: unknown[] = []
    await ask('concerns.read', {
      spend: (...which) => {
        spent.push(...which)
        return Promise.resolve('spent')
      },
    })
    expect(spent).toEqual([
      { clientId: 'drug-service', jti: 'an-assertion', expiresAt: 1060 },
      [
        {
          ...said,
          action: 'TOKEN_ISSUED',
          outcome: 'DONE',
          codes: { scope: 'concerns.read' },
        },
      ],
    ])
  })

  it.each([
    ['scope-refused', 'audit.read', {}],
    ['client-refused', undefined, { spend: () => Promise.resolve('spent-before' as const) }],
  ] as const)('is refused with an entry that says why: %s', async (kind, scope, change) => {
    const recorded: unknown[] = []
    const record: IssueTokenDeps['record'] = (entries) => {
      recorded.push(...entries)
      return Promise.resolve()
    }
    await ask(scope, { ...change, record })
    expect(recorded).toEqual([
      { ...said, action: 'TOKEN_REFUSED', outcome: 'REFUSED', codes: { kind } },
    ])
  })
})

describe('a client of an authority', () => {
  const duty: Client = { ...westmarch, active: true, keys: client.keys }
  const serving = (change: Partial<Authority>): Partial<IssueTokenDeps> => ({
    readClient: () => Promise.resolve(duty),
    readDirectory: async () => ({
      ...aDirectory,
      authorities: aDirectory.authorities.map((one) =>
        one.code === duty.authority ? { ...one, ...change } : one,
      ),
    }),
  })

  it.each([
    ['that is served', {}],
    ['that is served for the last day', { until: '2026-11-24' }],
    ['that will be served, so that its systems are ready', { from: '2027-04-01' }],
  ])('%s gets a token', async (_, change) => {
    expect((await ask(undefined, serving(change))).outcome.kind).toBe('issued')
  })

  it('that the directory does not know gets a token as before', async () => {
    const readDirectory = async () => ({ authorities: [], agencies: [] })
    const { outcome } = await ask(undefined, { ...serving({}), readDirectory })
    expect(outcome.kind).toBe('issued')
  })

  it.each(['2026-11-23', '2026-04-01'])(
    'that has ended on %s is refused, its assertion unspent, with an entry that says why',
    async (until) => {
      const recorded: unknown[] = []
      const record: IssueTokenDeps['record'] = async (entries) => void recorded.push(...entries)
      const { outcome, actions } = await ask(undefined, { ...serving({ until }), record })
      expect([outcome, actions]).toEqual([{ kind: 'client-refused' }, []])
      expect(recorded).toMatchObject([
        { action: 'TOKEN_REFUSED', codes: { kind: 'client-refused', why: 'authority-ended' } },
      ])
    },
  )

  it('that has ended is not told apart from a client that nobody knows by a wrong key', async () => {
    const { outcome, actions } = await ask(undefined, {
      ...serving({ until: '2026-11-23' }),
      verifyAssertion: () => Promise.reject(new Error('not theirs')),
    })
    expect([outcome, actions]).toEqual([{ kind: 'client-unproven' }, ['nothing']])
  })
})

describe('a client of an authority whose row cannot be read', () => {
  const acting: Client = { ...client, ...westmarch, active: true, keys: client.keys }
  const unread = {
    readClient: () => Promise.resolve(acting),
    readDirectory: async () => ({
      ...aDirectory,
      unreadable: [{ kind: 'authority', id: westmarch.authority ?? '' } as const],
    }),
  }

  it('gets no token, for nobody can say whether it has ended', async () => {
    await expect(ask(undefined, unread)).rejects.toMatchObject({ code: 'row-unreadable' })
  })

  it('tells nobody so who does not prove to be it', async () => {
    const { outcome } = await ask(undefined, {
      ...unread,
      verifyAssertion: () => Promise.reject(new Error('not its key')),
    })
    expect(outcome).toEqual({ kind: 'client-unproven' })
  })
})
