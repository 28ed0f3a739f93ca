import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { roleHolders } from '../../infra/grants.ts'
import { pascalCase } from '../../infra/names.ts'
import { stage as england } from '../../infra/stages/england.ts'
import { type TableDefinition, tables } from '../../shared/aws/dynamodb/tables.ts'
import { consoleFunction, everyFunction, functionNames } from '../../shared/config/functions.ts'
import { fallback, routes } from '../../shared/config/routes.ts'
import { type Resource, resourcesOf, templatesOf } from './synth.ts'

const templates = templatesOf('production')
const all = (type: string): [string, Resource][] => Object.entries(resourcesOf(templates, type))
const text = (value: unknown): string => JSON.stringify(value)
const sealedLog = `hub-sealed-log-${england.edge.account}`

describe.each(all('AWS::DynamoDB::Table'))('table %s', (_id, table) => {
  it('is encrypted under a key of ours, restorable, undeletable and paid per request', () => {
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    })
    expect([table.DeletionPolicy, table.UpdateReplacePolicy]).toEqual([
      'RetainExceptOnCreate',
      'Retain',
    ])
  })
})

it('lets rows expire in tokens, intake, casework and the console’s table only', () => {
  const expiring = all('AWS::DynamoDB::Table').filter(
    ([, table]) => table.Properties['TimeToLiveSpecification'] !== undefined,
  )
  expect(expiring.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
    'hub-data/Tokens',
    'hub-data/Intake',
    'hub-data/Casework',
    'hub-console/Console',
  ])
})

it.each(Object.entries(tables))('streams of table %s what its definition says', (name, table) => {
  const definition: TableDefinition = table
  const [[, found] = []] = all('AWS::DynamoDB::Table').filter(
    ([id]) => id.replace(/[0-9A-F]{8}$/, '').toLowerCase() === `hub-data/${name.toLowerCase()}`,
  )
  const view = { StreamViewType: definition.stream }
  expect(found?.Properties['StreamSpecification']).toEqual(
    definition.stream === undefined ? undefined : view,
  )
})

it('ends an assessment and a change of the register within the minute after which the change is looked into', () => {
  const secondsOf = (name: string): number => {
    const [[, found] = []] = all('AWS::Lambda::Function').filter(([id]) => id.includes(name))
    return Number(found?.Properties['Timeout'])
  }
  expect(secondsOf('AssessConcern') + secondsOf('MaintainRegister')).toBeLessThan(60)
})

describe.each(all('AWS::KMS::Key'))('key %s', (_id, key) => {
  it('is kept, and rotated where AWS can', () => {
    expect([key.DeletionPolicy, key.UpdateReplacePolicy]).toEqual([
      'RetainExceptOnCreate',
      'Retain',
    ])
    const isSymmetric = key.Properties['KeySpec'] === undefined
    expect(key.Properties['EnableKeyRotation'] === true).toBe(isSymmetric)
  })
})

describe.each(all('AWS::SNS::Topic'))('topic %s', (_id, topic) => {
  it('is encrypted under a key of ours', () => {
    expect(topic.Properties['KmsMasterKeyId']).toBeDefined()
  })
})

describe.each(all('AWS::SNS::Subscription'))('subscription %s', (_id, subscription) => {
  it('leads to a queue, or alarms to a pager, with dead letters and without a filter', () => {
    const isPager = JSON.stringify(subscription.Properties['TopicArn']).includes('Operations')
    expect(subscription.Properties).toMatchObject(
      isPager ? { Protocol: 'https' } : { Protocol: 'sqs', RawMessageDelivery: true },
    )
    expect(subscription.Properties['RedrivePolicy']).toBeDefined()
    expect(subscription.Properties['FilterPolicy']).toBeUndefined()
  })
})

describe.each(all('AWS::SQS::Queue'))('queue %s', (_id, queue) => {
  it('is encrypted under a key of ours and keeps what it holds for two weeks', () => {
    expect(queue.Properties['KmsMasterKeyId']).toBeDefined()
    expect(queue.Properties['MessageRetentionPeriod']).toBe(14 * 24 * 60 * 60)
  })
})

it('refuses plain HTTP to every topic, queue and bucket', () => {
  for (const [kind, policies] of [
    ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'],
    ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'],
    ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  ] as const) {
    const refusing = all(policies).filter(([, policy]) =>
      text(policy).includes('"aws:SecureTransport":"false"'),
    )
    expect(refusing.length, kind).toBe(all(kind).length)
  }
})

describe.each(all('AWS::S3::Bucket'))('bucket %s', (_id, bucket) => {
  it('is private, versioned and encrypted', () => {
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    expect(bucket.Properties['BucketEncryption']).toBeDefined()
  })
})

describe('functions', () => {
  const functions = all('AWS::Lambda::Function').filter(([, fn]) =>
    String(fn.Properties['FunctionName']).startsWith('hub-'),
  )

  it('are those of the table, each with its own role', () => {
    expect(functions.map(([, fn]) => fn.Properties['FunctionName']).toSorted()).toEqual(
      everyFunction.map((name) => `hub-${name}`).toSorted(),
    )
    expect(new Set(functions.map(([, fn]) => text(fn.Properties['Role']))).size).toBe(
      functions.length,
    )
  })

  it('are traced where they answer requests, and nowhere else', () => {
    const answering = new Set<string>(Object.values(routes).map((route) => route.function))
    for (const [, { Properties }] of functions) {
      const isTraced = Properties['TracingConfig'] !== undefined
      const name = String(Properties['FunctionName']).replace('hub-', '')
      expect(isTraced, name).toBe(
        answering.has(name) || name === fallback || name === consoleFunction,
      )
    }
  })

  it.each(functions)(
    '%s runs on Node 24, is bounded and says what its failure means',
    (_id, fn) => {
      expect(fn.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
      })
      expect(fn.Properties['ReservedConcurrentExecutions']).toBeGreaterThan(0)
      expect(String(fn.Properties['Description']).length).toBeGreaterThan(20)
      expect(text(fn.Properties['Environment'])).not.toMatch(/SECRET|PASSWORD|PRIVATE/i)
    },
  )
})

const sources = all('AWS::Lambda::EventSourceMapping')
const isOfQueue = ({ Properties }: (typeof sources)[number][1]): boolean =>
  text(Properties['EventSourceArn']).includes('hub-outgoing-')

describe.each(sources.filter(([, source]) => !isOfQueue(source)))(
  'event source %s',
  (_id, source) => {
    it('reports item failures, retries within bounds, bisects, names what it leaves behind and filters', () => {
      expect(source.Properties).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
      })
      expect(source.Properties['MaximumRetryAttempts']).toBeGreaterThanOrEqual(0)
      expect(source.Properties['MaximumRecordAgeInSeconds']).toBeLessThan(24 * 60 * 60)
      expect(text(source.Properties['DestinationConfig'])).toContain('OnFailure')
      expect(source.Properties['FilterCriteria']).toBeDefined()
    })

    it('collects for less than the minute after which it is an alarm that its reader trails', () => {
      expect(Number(source.Properties['MaximumBatchingWindowInSeconds'] ?? 0)).toBeLessThan(60)
    })
  },
)

describe('roles', () => {
  const policies = all('AWS::IAM::Policy').filter(([id]) => id.startsWith('hub/'))
  const statements = policies.flatMap(([id, policy]) =>
    (
      policy.Properties['PolicyDocument'] as {
        Statement: { Effect: string; Action: string | string[]; Resource: unknown }[]
      }
    ).Statement.map((statement) => ({ id, ...statement, Action: [statement.Action].flat() })),
  )

  it('hold no wildcard action', () => {
    expect(
      statements.filter(({ Action }) => Action.some((action) => /^\*$|:\*$/.test(action))),
    ).toEqual([])
  })

  it('reach every resource only for tracing and reading the list of streams', () => {
    const wide = statements
      .filter(({ Effect, Resource }) => Effect === 'Allow' && Resource === '*')
      .flatMap(({ Action }) => Action)
    expect([...new Set(wide)].toSorted()).toEqual([
      'dynamodb:ListStreams',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ])
  })

  it('let only four sign, each with keys of its own, one derives the key of deliveries, and three publish, one to the systems of agencies alone', () => {
    const holding = (action: string): string[] =>
      statements
        .filter(({ Effect, Action }) => Effect === 'Allow' && Action.includes(action))
        .map(({ id }) => id.replace(/^hub\/(\w+?)Grants.*$/, '$1'))
        .toSorted()
    expect(holding('sns:Publish')).toEqual(['PublishMessages', 'RelayAlerts', 'TellSenders'])
    const published = statements.filter(({ Action }) => Action.includes('sns:Publish'))
    for (const { id, Resource } of published.filter(({ Effect }) => Effect === 'Allow'))
      expect([id, text(Resource).includes('hub-changes-')]).toEqual([
        id,
        id.includes('TellSenders'),
      ])
    expect(holding('kms:Sign')).toEqual([
      'IssueToken',
      'QueryAudit',
      'RehearseConcern',
      'SealAudit',
    ])
    const derive = statements
      .filter(
        ({ Action, Resource }) =>
          Action.includes('kms:GenerateMac') && text(Resource).includes('Delivery'),
      )
      .map(({ id }) => id.replace(/^hub\/(\w+?)Grants.*$/, '$1'))
    expect(derive.toSorted()).toEqual(['DeliverAlerts'])
  })

  it('let only the sequencer put into the sealed log, nobody but the verifier read it beside, and refuse everybody to take anything out of it', () => {
    const about = statements.filter(({ Resource }) => text(Resource).includes(sealedLog))
    const granted = about.filter(({ Effect }) => Effect === 'Allow')
    const actionsOf = (name: string): string[] =>
      granted
        .flatMap(({ id, Action }) => (id.startsWith(`hub/${name}Grants`) ? Action : []))
        .toSorted()
    const reading = ['s3:GetObject', 's3:ListBucketVersions']
    expect(actionsOf('SealAudit')).toEqual([...reading, 's3:PutObject'])
    expect(actionsOf('VerifyLog')).toEqual(reading)
    expect(granted.flatMap(({ Action }) => Action)).toHaveLength(5)
    const refused = about.filter(({ Effect }) => Effect === 'Deny')
    expect(refused).toHaveLength(functionNames.length + 1)
    for (const { Action } of refused)
      for (const action of ['DeleteObject', 'DeleteObjectVersion', 'BypassGovernanceRetention'])
        expect(Action).toContain(`s3:${action}`)
    expect(refused.filter(({ Action }) => !Action.includes('s3:PutObject'))).toHaveLength(1)
  })

  it('refuse everybody to alter an entry or the log, and all but the sequencer to put or take away', () => {
    const refusing = (action: string, table: string): string[] =>
      statements
        .filter(
          ({ Effect, Action, Resource }) =>
            Effect === 'Deny' &&
            Action.includes(`dynamodb:${action}`) &&
            text(Resource).includes(table),
        )
        .map(({ id }) => id.replace(/^hub\/(\w+?)Grants.*$/, '$1'))
    for (const action of ['UpdateItem', 'BatchWriteItem', 'PartiQLUpdate'])
      for (const table of ['AuditEntries', 'AuditLog'])
        expect(refusing(action, table)).toHaveLength(functionNames.length + 1)
    for (const [action, table] of [
      ['DeleteItem', 'AuditEntries'],
      ['PartiQLDelete', 'AuditEntries'],
      ['PutItem', 'AuditLog'],
      ['PartiQLInsert', 'AuditLog'],
    ] as const) {
      expect(refusing(action, table)).toHaveLength(functionNames.length)
      expect(refusing(action, table)).not.toContain('SealAudit')
    }
    for (const action of ['DeleteItem', 'PartiQLDelete'])
      expect(refusing(action, 'AuditLog')).toHaveLength(functionNames.length + 1)
  })
})

describe('the role of the operator', () => {
  const [[, role] = []] = all('AWS::IAM::Role').filter(
    ([, { Properties }]) => Properties['RoleName'] === 'hub-operator',
  )
  const [[, policy] = []] = all('AWS::IAM::Policy').filter(([id]) =>
    id.startsWith('hub/OperatorGrants'),
  )
  type Statement = { Effect: string; Action: string[] | string; Resource: unknown }
  const document = policy?.Properties['PolicyDocument'] as { Statement: Statement[] } | undefined
  const allowed = (document?.Statement ?? [])
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Action, Resource }) => ({ actions: [Action].flat(), resource: text(Resource) }))

  it('is assumed by people of this account, for an hour, and by no service', () => {
    const trust = text(role?.Properties['AssumeRolePolicyDocument'])
    expect(trust).toContain('{"Ref":"AWS::AccountId"},":root"')
    expect(trust).not.toContain('Service')
    expect(role?.Properties['MaxSessionDuration']).toBe(3600)
    expect(role?.Properties['ManagedPolicyArns']).toBeUndefined()
  })

  it('reads and puts rows of the directory, puts audit entries, releases what stands aside, lists by indexes what waits and is open, reads how far the index key is replaced, and does nothing else to a table', () => {
    const onTables = allowed
      .filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')))
      .map(({ actions, resource }) => [
        /Output\w*?(Directory|AuditEntries|Casework|Register)/.exec(resource)?.[1],
        actions.map((action) => action.replace('dynamodb:', '')).join(' '),
      ])
    expect(onTables).toEqual([
      ['AuditEntries', 'PutItem'],
      // The indexes of what waits and of what is open, of casework and intake.
      ['Casework', 'Query'],
      ['Directory', 'GetItem PutItem Query Scan'],
      // Of what stands aside alone.
      ['Casework', 'Query UpdateItem'],
      ['Register', 'GetItem'],
    ])
  })

  it('uses keys only to read and write these, and no other service', () => {
    const services = new Set(allowed.flatMap(({ actions }) => actions.map((a) => a.split(':')[0])))
    expect([...services].toSorted()).toEqual(['dynamodb', 'kms'])
    const keys = allowed.flatMap(({ actions }) => actions.filter((a) => a.startsWith('kms:')))
    expect(new Set(keys)).toEqual(
      new Set([
        'kms:Decrypt',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:DescribeKey',
        'kms:GetPublicKey',
      ]),
    )
  })
})

describe('the API', () => {
  const [api] = all('AWS::ApiGateway::RestApi')
  const paths = Object.entries(
    (Object(api?.[1].Properties['Body']) as { paths: Record<string, object> }).paths,
  )
  const uses = (method: unknown, name: string) => text(method).includes(`"${pascalCase(name)}Live`)

  it('sends each method of a route to its function, and every other to the fallback', () => {
    const astray = paths.flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, sent]) => {
        const route = Object.values(routes).find(
          (one) => one.path === path && one.method.toLowerCase() === method,
        )
        return uses(sent, route?.function ?? fallback) ? [] : [`${method} ${path}`]
      }),
    )
    expect(astray).toEqual([])
    for (const [path, methods] of paths)
      expect([path, Object.keys(methods).length]).toEqual([path, 7])
  })

  it('has every route, and whatever else may be asked', () => {
    const asked = new Set(paths.map(([path]) => path))
    expect(asked).toEqual(
      new Set([...Object.values(routes).map(({ path }) => path), '/', '/{proxy+}']),
    )
  })

  const [stage] = all('AWS::ApiGateway::Stage')

  it('is hidden behind its domain, throttled and traced', () => {
    expect(api?.[1].Properties['DisableExecuteApiEndpoint']).toBe(true)
    expect(stage?.[1].Properties).toMatchObject({ TracingEnabled: true, StageName: 'v1' })
  })

  it('logs neither body nor query nor token', () => {
    expect(stage?.[1].Properties['MethodSettings']).toEqual([
      {
        ResourcePath: '/*',
        HttpMethod: '*',
        DataTraceEnabled: false, // it would log bodies, queries and headers
        LoggingLevel: 'ERROR',
        MetricsEnabled: true,
        ThrottlingBurstLimit: 400,
        ThrottlingRateLimit: 200,
      },
    ])
    const format = /"Format":("(?:[^"\\]|\\.)*")/.exec(text(stage))?.[1] ?? '""'
    const written: unknown = JSON.parse(format)
    expect(JSON.parse(String(written))).toEqual({
      requestId: '$context.requestId',
      time: '$context.requestTimeEpoch',
      method: '$context.httpMethod',
      route: '$context.resourcePath',
      status: '$context.status',
      milliseconds: '$context.responseLatency',
      bytes: '$context.responseLength',
      ip: '$context.identity.sourceIp',
    })
  })

  it('has a firewall that samples no request, and whose log leaves out token, cookies, query and where somebody came from', () => {
    const logs = all('AWS::WAFv2::LoggingConfiguration')
    expect(logs).toHaveLength(1)
    expect(logs[0]?.[1].Properties['RedactedFields']).toEqual([
      { SingleHeader: { Name: 'authorization' } },
      { SingleHeader: { Name: 'cookie' } },
      { SingleHeader: { Name: 'referer' } },
      { SingleHeader: { Name: 'form-token' } },
      { QueryString: {} },
    ])
    const firewalls = text(all('AWS::WAFv2::WebACL'))
    expect(firewalls.match(/"SampledRequestsEnabled":\w+/g)).toEqual(
      Array.from({ length: 6 }, () => '"SampledRequestsEnabled":false'),
    )
  })

  it('has a firewall that counts by token, and by an address only what a whole council would not reach', () => {
    const [acl] = all('AWS::WAFv2::WebACL')
    const rules = z
      .array(
        z.object({
          Statement: z.object({
            RateBasedStatement: z
              .object({
                AggregateKeyType: z.string(),
                Limit: z.number(),
                CustomKeys: z.unknown().optional(),
                ScopeDownStatement: z.unknown().optional(),
              })
              .optional(),
          }),
          Action: z.unknown().optional(),
        }),
      )
      .parse(acl?.[1].Properties['Rules'])
    const rates = rules.filter((rule) => rule.Statement.RateBasedStatement !== undefined)
    expect(rates.map(({ Statement: { RateBasedStatement: rate } }) => rate)).toMatchObject([
      { AggregateKeyType: 'CUSTOM_KEYS', CustomKeys: [{ Header: { Name: 'authorization' } }] },
      {
        AggregateKeyType: 'IP',
        ScopeDownStatement: { ByteMatchStatement: { SearchString: '/v1/token' } },
      },
      // As many in five minutes as the gateway lets through of all callers together.
      { AggregateKeyType: 'IP', Limit: 300 * 200 },
    ])
    for (const { Action } of rates)
      expect(Action).toMatchObject({
        Block: {
          CustomResponse: { ResponseCode: 429, ResponseHeaders: [{ Name: 'Retry-After' }] },
        },
      })
  })

  it('stands behind a firewall, a TLS 1.2 domain and two trails of data events', () => {
    expect(all('AWS::WAFv2::WebACLAssociation')).toHaveLength(2)
    expect(
      all('AWS::ApiGateway::DomainName').map(([, { Properties }]) => Properties['SecurityPolicy']),
    ).toEqual(['TLS_1_2', 'TLS_1_2'])
    expect(
      all('AWS::CloudTrail::Trail').map(
        ([, { Properties }]) => Properties['EnableLogFileValidation'],
      ),
    ).toEqual([true, true])
  })

  /** What a trail selects, by name of trail and of selector. */
  const selectorsOf = (trail: string, name: string): string => {
    const [, { Properties: made } = { Properties: {} as never }] =
      all('AWS::CloudTrail::Trail').find(
        ([, { Properties }]) => Properties['TrailName'] === trail,
      ) ?? []
    const selectors = made['AdvancedEventSelectors']
    return text((Array.isArray(selectors) ? selectors : []).filter((one) => one.Name === name))
  }
  const arnOf = (name: string): RegExp => {
    const id = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
    return new RegExp(`ExportsOutputFnGetAtt${id}[0-9A-F]{8}Arn|"${id}[0-9A-F]{8}"`)
  }

  it('records whoever touches any table or the sealed log, and is none of the hub’s roles', () => {
    const ofTables = selectorsOf('hub-outsiders', 'Tables')
    for (const name of Object.keys(tables)) expect(ofTables).toMatch(arnOf(name))
    for (const selectors of [ofTables, selectorsOf('hub-outsiders', 'SealedLog')]) {
      expect(selectors).toContain('"Field":"userIdentity.arn","NotStartsWith"')
      for (const name of roleHolders) expect(selectors).toContain(`:assumed-role/hub-${name}/`)
    }
  })

  it('records all that changes resources of the account, so that a change of the sealed log’s bucket rings', () => {
    const selectors = selectorsOf('hub-outsiders', 'Management')
    expect(selectors).toContain('"Equals":["Management"],"Field":"eventCategory"')
    expect(selectors).toContain('"Equals":["false"],"Field":"readOnly"')
    const [filter] = all('AWS::Logs::MetricFilter').filter(([id]) => id.includes('BucketChanges'))
    expect(text(filter)).toContain('requestParameters.bucketName')
  })

  it('records the hub’s own roles too where they touch the audit tables, the sealed log or the directory’s rows', () => {
    for (const [selector, names] of [
      ['Audit', ['auditEntries', 'auditLog']],
      ['Directory', ['directory']],
      ['SealedLog', []],
    ] as const) {
      const selectors = selectorsOf('hub', selector)
      for (const name of names) expect(selectors).toMatch(arnOf(name))
      expect(selectors).toContain('"Equals":["Data"],"Field":"eventCategory"')
      expect(selectors).not.toContain('userIdentity')
    }
  })
})

it('wakes somebody for every alarm', () => {
  const alarms = all('AWS::CloudWatch::Alarm')
  expect(alarms.length).toBeGreaterThan(30)
  for (const [id, alarm] of alarms) expect(alarm.Properties['AlarmActions'], id).toHaveLength(1)
})
