import { describe, expect, it } from 'vitest'
import { keepingAccountOf } from '../../infra/keeping-account.ts'
import { stage as england } from '../../infra/stages/england.ts'
import { resourcesOf, templatesOf } from './synth.ts'
import { recoveryTemplates } from './synth-recovery.ts'

const hub = england.edge.account
const keeping = keepingAccountOf(england.edge)
const text = (value: unknown): string => JSON.stringify(value)
const inKeeping = Object.fromEntries(
  Object.entries(recoveryTemplates()).filter(([name]) => name === 'hub-keeping'),
)
const kept = (type: string) => Object.entries(resourcesOf(inKeeping, type))
const trailsOf = (templates: typeof inKeeping) =>
  Object.values(resourcesOf(templates, 'AWS::CloudTrail::Trail')).map(
    ({ Properties }) => Properties,
  )

type Statement = {
  readonly Sid?: string
  readonly Effect: string
  readonly Principal: unknown
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
const statementsOf = ([, resource]: ReturnType<typeof kept>[number]): readonly Statement[] => {
  const { PolicyDocument, KeyPolicy } = resource.Properties as Record<
    string,
    { readonly Statement: readonly Statement[] } | undefined
  >
  return (PolicyDocument ?? KeyPolicy)?.Statement ?? []
}
const ofBucket = kept('AWS::S3::BucketPolicy')
  .filter(([id]) => /\/TrailsPolicy/.test(id))
  .flatMap(statementsOf)
const keyNamed = (id: RegExp) =>
  kept('AWS::KMS::Key')
    .filter(([name]) => id.test(name))
    .flatMap(statementsOf)
const ofKey = keyNamed(/\/Kept/)
const source = (statement: Statement): unknown =>
  statement.Condition?.['StringEquals']?.['aws:SourceArn']
const arn = (name: string): string => `arn:aws:cloudtrail:eu-west-2:${hub}:trail/${name}`

describe('the bucket of the trails', () => {
  it('stands in another account, under Object Lock, and the hub’s trails name it and its key', () => {
    expect(keeping).not.toBe(hub)
    const [, { Properties = {} } = {}] =
      kept('AWS::S3::Bucket').find(
        ([, one]) => one.Properties['BucketName'] === `hub-trails-${hub}`,
      ) ?? []
    expect(Properties).toMatchObject({
      BucketName: `hub-trails-${hub}`,
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 400, Mode: 'COMPLIANCE' } } },
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    const trails = trailsOf(templatesOf('production'))
    expect(
      trails.map(({ TrailName, S3BucketName, KMSKeyId }) => [TrailName, S3BucketName, KMSKeyId]),
    ).toEqual(
      ['hub', 'hub-outsiders'].map((name) => [
        name,
        `hub-trails-${hub}`,
        `arn:aws:kms:eu-west-2:${keeping}:alias/hub/kept`,
      ]),
    )
    expect(
      kept('AWS::KMS::Alias')
        .map(([, one]) => one.Properties['AliasName'])
        .toSorted(),
    ).toEqual(['alias/hub/kept', 'alias/hub/sealed'])
  })

  it('is no bucket of the hub’s own account any more', () => {
    const buckets = Object.keys(resourcesOf(templatesOf('production'), 'AWS::S3::Bucket'))
    expect(buckets.filter((id) => /trail/i.test(id))).toEqual([])
  })

  it('lets each trail of the hub put files where it puts its own, by its name, and nobody else of that account anything', () => {
    const allowed = ofBucket.filter(({ Effect }) => Effect === 'Allow')
    const hubs = allowed.filter((one) => source(one) !== undefined)
    const putting = hubs.filter(({ Action }) => Action === 's3:PutObject')
    expect(putting.map(source)).toEqual([arn('hub'), arn('hub-outsiders')])
    expect(text(putting[0]?.Resource)).toContain(`"/AWSLogs/${hub}/*"`)
    expect(text(putting[1]?.Resource)).toContain(`"/outsiders/AWSLogs/${hub}/*"`)
    expect(hubs.filter(({ Action }) => Action === 's3:GetBucketAcl').map(source)).toEqual([
      [arn('hub'), arn('hub-outsiders')],
    ])
    for (const { Principal, Action } of allowed) {
      expect(Principal).toEqual({ Service: 'cloudtrail.amazonaws.com' })
      expect(['s3:PutObject', 's3:GetBucketAcl']).toContain(Action)
    }
    expect(ofBucket).toContainEqual(
      expect.objectContaining({
        Sid: 'NobodyElseDoesFromThere',
        Effect: 'Deny',
        Action: 's3:*',
        Condition: {
          StringEquals: { 'aws:PrincipalAccount': hub },
          Bool: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
    )
  })

  it('gives up nothing to anybody, and is changed by a deployment of its own account alone', () => {
    const refused = ofBucket.filter(({ Effect }) => Effect === 'Deny')
    const without = refused.filter(({ Condition }) => Condition === undefined)
    expect(text(without)).toContain('s3:DeleteObjectVersion')
    expect(text(without)).toContain('s3:PutObjectRetention')
    const changing = refused.find(({ Sid }) => Sid === 'ChangedByDeployingAlone')
    expect(text(changing?.Action)).toContain('s3:PutBucketObjectLockConfiguration')
    expect(text(changing?.Action)).toContain('s3:DeleteBucketPolicy')
    expect(text(changing?.Condition)).toContain(
      `:iam::${keeping}:role/cdk-hnb659fds-cfn-exec-role-${keeping}-eu-west-2`,
    )
  })

  it('is under a key by which the trails encrypt and nobody of the hub’s account decrypts', () => {
    const ofHub = ofKey.filter((one) => text(one).includes(hub))
    expect(ofHub).toEqual([
      {
        Sid: 'TrailsEncrypt',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: ['kms:DescribeKey', 'kms:GenerateDataKey*'],
        Resource: '*',
        Condition: {
          StringEquals: {
            'aws:SourceArn': [
              arn('hub'),
              arn('hub-outsiders'),
              `arn:aws:cloudtrail:eu-west-2:${keeping}:trail/hub-keeping`,
            ],
          },
        },
      },
    ])
  })
})

describe('the bucket of the sealed log', () => {
  const name = `hub-sealed-log-${hub}`
  const [id = '', bucket] =
    kept('AWS::S3::Bucket').find(([, { Properties }]) => Properties['BucketName'] === name) ?? []
  const statements = kept('AWS::S3::BucketPolicy')
    .filter(([policy]) => /\/SealedLogPolicy/.test(policy))
    .flatMap(statementsOf)
  const refusing = (action: string) =>
    statements.filter((one) => one.Effect === 'Deny' && text(one.Action).includes(`"s3:${action}"`))
  const role = (of: string): readonly string[] => [
    `arn:aws:iam::${hub}:role/hub-${of}`,
    `arn:aws:sts::${hub}:assumed-role/hub-${of}/*`,
  ]

  it('stands in the keeping account, locked in compliance mode for ten years; the hub’s own account has none', () => {
    expect(id).toMatch(/^hub-keeping\/SealedLog/)
    expect(bucket?.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 3653, Mode: 'COMPLIANCE' } } },
    })
    const buckets = resourcesOf(templatesOf('production'), 'AWS::S3::Bucket')
    expect(text(buckets)).not.toContain('ObjectLockConfiguration')
    expect(Object.keys(buckets).filter((one) => /sealed/i.test(one))).toEqual([])
  })

  it('lets the sequencer put and read, the verifier read, and nobody else of the hub’s account anything', () => {
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow')
    const given = allowed.map(({ Action, Condition }) => [
      Action,
      Condition?.['ArnLike']?.['aws:PrincipalArn'],
    ])
    const both = [...role('seal-audit'), ...role('verify-log')]
    expect(given).toEqual([
      ['s3:GetObject', both],
      ['s3:PutObject', role('seal-audit')],
      ['s3:ListBucketVersions', both],
    ])
    for (const { Principal } of allowed) expect(text(Principal)).toContain(`:iam::${hub}:root`)
  })

  it('is under a key of its own, used by these roles for this bucket alone', () => {
    const ofHub = keyNamed(/\/Sealed/).filter((one) => text(one.Principal).includes(hub))
    expect(ofHub.map(({ Action, Condition }) => [Action, Condition?.['StringEquals']])).toEqual(
      ['kms:Decrypt', 'kms:GenerateDataKey'].map((action) => [
        action,
        {
          'kms:ViaService': 's3.eu-west-2.amazonaws.com',
          'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${name}`,
        },
      ]),
    )
    const used = Object.values(resourcesOf(templatesOf('production'), 'AWS::IAM::Policy')).filter(
      (policy) => text(policy).includes(`arn:aws:kms:eu-west-2:${keeping}:key/*`),
    )
    expect(used).toHaveLength(2)
    for (const policy of used)
      expect(text(policy)).toContain(`"kms:EncryptionContext:aws:s3:arn":"arn:aws:s3:::${name}"`)
  })

  it('takes nothing from anybody but the sequencer, gives up nothing, and is changed by a deployment of its own account alone', () => {
    const [putting, ...others] = refusing('PutObject')
    expect(others).toEqual([])
    expect(text(putting)).toContain(`:iam::${hub}:role/hub-seal-audit"`)
    expect(text(putting?.Resource)).toContain('/*/bundles/*')
    expect(text(putting?.Resource)).toContain('/*/checkpoints/*')
    for (const action of [
      'PutBucketObjectLockConfiguration',
      'PutBucketPolicy',
      'DeleteBucketPolicy',
      'PutLifecycleConfiguration',
      'PutBucketVersioning',
    ])
      expect(text(refusing(action)), action).toContain(
        `:iam::${keeping}:role/cdk-hnb659fds-cfn-exec-role-${keeping}-eu-west-2`,
      )
    for (const one of refusing('DeleteObjectVersion')) expect(one.Condition).toBeUndefined()
  })
})

describe('the keeping account', () => {
  it('rings when its bucket, its trail or its key is changed, and when a trail of the hub is silent', () => {
    const alarms = kept('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties)
    expect(alarms.map(({ AlarmName }) => AlarmName).toSorted()).toEqual([
      'hub-keeping-changed',
      'hub-sealed-log-bucket-changed',
      'hub-trail-outsiders-silence',
      'hub-trail-own-silence',
      'hub-trails-changed',
    ])
    const silent = alarms.filter(({ AlarmName }) => String(AlarmName).endsWith('-silence'))
    for (const one of silent) expect(one['TreatMissingData']).toBe('breaching')
    for (const one of alarms) expect(one['AlarmActions']).toHaveLength(1)
    const filters = text(kept('AWS::Logs::MetricFilter'))
    for (const event of ['StopLogging', 'DeleteTrail', 'ScheduleKeyDeletion', 'PutKeyPolicy'])
      expect(filters).toContain(event)
    const [own] = trailsOf(inKeeping)
    expect(own).toMatchObject({ TrailName: 'hub-keeping', IsLogging: true })
    const [, pager] = kept('AWS::SNS::Subscription')[0] ?? []
    expect(pager?.Properties['Endpoint']).toBe(england.edge.operationsSubscription)
  })

  it('measures the files of each trail apart from the other’s and from its own', () => {
    const measured = kept('AWS::S3::Bucket').flatMap(
      ([, { Properties }]) => Properties['MetricsConfigurations'] ?? [],
    )
    expect(measured).toEqual([
      { Id: 'own', Prefix: `AWSLogs/${hub}/` },
      { Id: 'outsiders', Prefix: `outsiders/AWSLogs/${hub}/` },
    ])
  })
})
