import { describe, expect, it } from 'vitest'
import { stage as england } from '../../infra/stages/england.ts'
import { eastvaleAccount, stage as local } from '../../infra/stages/local.ts'
import type { StageFile } from '../../infra/stages/stage-file.ts'
import { type Resource, resourcesOf, type Templates, templatesOfFile } from './synth.ts'

type Statement = {
  readonly Sid?: string
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Principal: unknown
  readonly Condition?: unknown
}

const account = '444455556666'
const file: StageFile = { ...local, edge: england.edge }
const [first, ...others] = local.directory.authorities
const withDelivery = (delivery: (typeof file.directory.authorities)[number]['delivery']) => ({
  ...file,
  directory: { ...file.directory, authorities: [{ ...first, delivery }, ...others] },
})
const changedBetween = (before: Templates, after: Templates): readonly string[] =>
  Object.keys(after).filter(
    (name) => JSON.stringify(before[name]?.toJSON()) !== JSON.stringify(after[name]?.toJSON()),
  )
const statementsOf = (resource: Resource | undefined, property: string): readonly Statement[] =>
  (resource?.Properties[property] as { Statement: readonly Statement[] } | undefined)?.Statement ??
  []

const plain = templatesOfFile(file)
const policiesOf = (templates: Templates): readonly (readonly [string, readonly Statement[]])[] =>
  Object.entries(resourcesOf(templates, 'AWS::SQS::QueuePolicy')).map(([id, policy]) => [
    id,
    statementsOf(policy, 'PolicyDocument'),
  ])

describe('an authority that fetches from an account of its own', () => {
  const templates = templatesOfFile(withDelivery({ mode: 'queue', account }))
  const naming = (by: string) =>
    policiesOf(templates).flatMap(([id, statements]) =>
      statements.some(({ Principal }) => JSON.stringify(Principal).includes(by)) ? [id] : [],
    )

  it('may take, put off and delete what is in its inbox and its escalations, and nothing else', () => {
    expect(naming(account)).toHaveLength(2)
    expect(naming(account).every((id) => id.includes(first.code) && id.includes('Inbox'))).toBe(
      true,
    )
    expect(naming(eastvaleAccount)).toHaveLength(2)
    const fetching = policiesOf(templates)
      .flatMap(([, statements]) => statements)
      .filter(({ Sid }) => Sid === 'TheReaderFetches')
    expect(fetching).toHaveLength(4)
    for (const { Effect, Action } of fetching) {
      expect(Effect).toBe('Allow')
      expect(Action).toEqual([
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
      ])
    }
  })

  it('is refused without TLS as anybody is', () => {
    const own = policiesOf(templates).filter(([id]) => naming(account).includes(id))
    for (const [, statements] of own)
      expect(statements).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      )
  })

  it('decrypts through SQS alone, what is in inboxes and escalations', () => {
    const keys = Object.values(resourcesOf(templates, 'AWS::KMS::Key'))
    const named = keys.flatMap((key) =>
      statementsOf(key, 'KeyPolicy').filter(({ Principal }) =>
        JSON.stringify(Principal).includes(account),
      ),
    )
    expect(named).toHaveLength(1)
    expect(named[0]).toMatchObject({ Effect: 'Allow', Action: 'kms:Decrypt' })
    expect(JSON.stringify(named[0]?.Principal)).toContain(eastvaleAccount)
    const condition = JSON.stringify(named[0]?.Condition)
    expect(condition).toContain('"kms:ViaService":"sqs.eu-west-2.amazonaws.com"')
    expect(condition).toContain('kms:EncryptionContext:aws:sqs:arn')
    expect(condition).toContain(':hub-inbox-E*')
  })

  it('touches the stack of its queues and the keys, and nothing else', () => {
    const changed = changedBetween(plain, templates)
    expect(changed).toHaveLength(2)
    expect(changed).toContain('hub-keys')
  })

  it('leaves the key’s policy below what KMS takes, for all of England', () => {
    const all: StageFile = {
      ...england,
      directory: {
        ...england.directory,
        authorities: england.directory.authorities.map((one, at) => ({
          ...one,
          ...(!('rehearsal' in one) && {
            delivery: { mode: 'queue' as const, account: String(200_000_000_000 + at) },
          }),
        })),
      },
    }
    const keys = Object.values(resourcesOf(templatesOfFile(all), 'AWS::KMS::Key'))
    const sizes = keys.map((key) => Buffer.byteLength(JSON.stringify(key.Properties['KeyPolicy'])))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(32_768)
  })
})

describe('an authority that polls', () => {
  it('has no inbox, dead letters or topic of alerts, and the escalations that it had', () => {
    const templates = templatesOfFile(withDelivery({ mode: 'poll' }))
    const namesOf = (all: Templates) =>
      [
        ...Object.values(resourcesOf(all, 'AWS::SQS::Queue')).map(
          (one) => one.Properties['QueueName'],
        ),
        ...Object.values(resourcesOf(all, 'AWS::SNS::Topic')).map(
          (one) => one.Properties['TopicName'],
        ),
      ].map(String)
    const gone = namesOf(plain).filter((name) => !namesOf(templates).includes(name))
    expect(gone.toSorted()).toEqual(
      [
        `hub-alerts-${first.code}`,
        `hub-alerts-${first.code}-unsent`,
        `hub-inbox-${first.code}`,
        `hub-inbox-${first.code}-refused`,
      ].toSorted(),
    )
    expect(namesOf(templates)).toContain(`hub-escalations-${first.code}`)
  })

  it('has its escalations fetched by the account that it names, which decrypts them', () => {
    const templates = templatesOfFile(withDelivery({ mode: 'poll', account }))
    const fetching = policiesOf(templates).filter(([, statements]) =>
      statements.some(({ Principal }) => JSON.stringify(Principal).includes(account)),
    )
    expect(fetching).toHaveLength(1)
    expect(changedBetween(plain, templates)).toContain('hub-keys')
  })
})
