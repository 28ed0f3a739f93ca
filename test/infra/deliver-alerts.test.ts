import { describe, expect, it } from 'vitest'
import { stacksOfQueues } from '../../infra/stacks-of-queues.ts'
import { stage as england } from '../../infra/stages/england.ts'
import { southfen } from '../../infra/stages/local.ts'
import type { StageFile } from '../../infra/stages/stage-file.ts'
import { resourcesOf, templatesOf, templatesOfFile } from './synth.ts'

const templates = templatesOf('production')
const text = (value: unknown): string => JSON.stringify(value)
const queues = Object.values(resourcesOf(templates, 'AWS::SQS::Queue'))
const queueCalled = (name: string) =>
  queues.find(({ Properties }) => Properties['QueueName'] === name)?.Properties ?? {}
const sources = Object.values(resourcesOf(templates, 'AWS::Lambda::EventSourceMapping')).filter(
  ({ Properties }) => text(Properties['EventSourceArn']).includes('hub-outgoing-'),
)

describe('what is pushed or sealed', () => {
  it('waits in a queue of its authority’s own, which wakes the function that delivers, two at once and no more', () => {
    expect(sources).toHaveLength(1)
    expect(sources[0]?.Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
      BatchSize: 10,
    })
    expect(text(sources[0]?.Properties['EventSourceArn'])).toContain(`hub-outgoing-${southfen}`)
  })

  it('is hidden six times as long as the function may take, and kept after more attempts than a day has', () => {
    const functions = Object.values(resourcesOf(templates, 'AWS::Lambda::Function'))
    const deliver = functions.find(
      ({ Properties }) => Properties['FunctionName'] === 'hub-deliver-alerts',
    )
    const { VisibilityTimeout, RedrivePolicy } = queueCalled(`hub-outgoing-${southfen}`)
    expect(Number(VisibilityTimeout)).toBe(6 * Number(deliver?.Properties['Timeout']))
    expect(RedrivePolicy).toMatchObject({ maxReceiveCount: 500 })
    expect(queueCalled(`hub-outgoing-${southfen}-refused`)).not.toEqual({})
  })

  it('comes from the topic there alone, so that nobody receives it twice', () => {
    const subscriptions = Object.values(resourcesOf(templates, 'AWS::SNS::Subscription'))
    const ofAuthority = subscriptions.filter(({ Properties }) =>
      text(Properties['TopicArn']).includes(`"${southfen}Topic`),
    )
    expect(ofAuthority).toHaveLength(1)
    expect(text(ofAuthority[0]?.Properties['Endpoint'])).toContain('Outgoing')
  })

  it('is put into the inboxes of those alone by whoever delivers', () => {
    const policies = Object.values(resourcesOf(templates, 'AWS::SQS::QueuePolicy'))
    const refused = policies.flatMap(({ Properties }) => {
      const whole = text(Properties['PolicyDocument'])
      const [, code] = /"Fn::GetAtt":\["(E\d{8})Inbox/.exec(whole) ?? []
      const isRefused =
        /NothingIsSealedToIt/.test(whole) && whole.includes('role/hub-deliver-alerts')
      return code === undefined ? [] : [{ code, isRefused }]
    })
    const inboxes = queues.flatMap(({ Properties }) => {
      const [, code] = /^hub-inbox-(E\d{8})$/.exec(String(Properties['QueueName'])) ?? []
      return code ?? []
    })
    expect(refused.map(({ code }) => code).toSorted()).toEqual(inboxes.toSorted())
    expect(refused.filter(({ isRefused }) => !isRefused)).toEqual([
      { code: southfen, isRefused: false },
    ])
  })

  it('goes to this machine on the local stage alone', () => {
    const reachOf = (stage: 'production' | 'local'): unknown[] =>
      Object.values(resourcesOf(templatesOf(stage), 'AWS::Lambda::Function')).flatMap(
        ({ Properties }) => {
          const { Variables = {} } = (Properties['Environment'] ?? {}) as {
            Variables?: Record<string, unknown>
          }
          return Variables['RECEIVERS'] ?? []
        },
      )
    expect(reachOf('production')).toEqual(['internet'])
    expect(reachOf('local')).toEqual(['loopback-too'])
  })
})

describe('an agency’s system that is pushed to', () => {
  // As many as stand in one stack.
  const agencies = Array.from({ length: 40 * 24 }, (_, at) => ({
    key: `service-${at}`,
    name: `Service ${at}`,
    type: 'domestic-abuse' as const,
    delivery: { mode: 'push' as const, url: `https://service-${at}.example/changes` },
  }))
  const stage = { directory: { ...england.directory, agencies }, agencyStacks: 24 }

  it('has its queues in stacks that CloudFormation takes, however many agencies there are', () => {
    const stacks = [...stacksOfQueues(stage)]
    const most = (of: RegExp): number =>
      Math.max(...stacks.filter(([name]) => of.test(name)).map(([, queues]) => queues.length))
    // A place has some 18 resources, with one queue more before it.
    expect(18 * most(/^hub-changes-/)).toBeLessThanOrEqual(500)
    expect(most(/^hub-agencies-/)).toBeLessThan(64)
  })

  it('has a queue before its own, with its dead letters, an alarm after a day, and the function that pushes behind it', () => {
    const rehearsed = england.directory.agencies.filter((one) => 'rehearsal' in one)
    const named = [...agencies.slice(0, 1), ...rehearsed]
    const file: StageFile = { ...england, directory: { ...england.directory, agencies: named } }
    const made = templatesOfFile(file)
    const names = Object.values(resourcesOf(made, 'AWS::SQS::Queue')).map(({ Properties }) =>
      String(Properties['QueueName']),
    )
    expect(names.filter((name) => name.includes('changes')).toSorted()).toEqual([
      'hub-changes-service-0',
      'hub-changes-service-0-refused',
      'hub-changes-service-0-unsent',
      'hub-outgoing-changes-service-0',
      'hub-outgoing-changes-service-0-refused',
    ])
    const alarms = Object.values(resourcesOf(made, 'AWS::CloudWatch::Alarm'))
    const waits = alarms.filter(({ Properties }) =>
      /changes-service-0-waiting$/.test(String(Properties['AlarmName'])),
    )
    expect(waits.map(({ Properties }) => Properties['Threshold'])).toEqual([86_400, 86_400])
    const wakes = Object.values(resourcesOf(made, 'AWS::Lambda::EventSourceMapping'))
    expect(text(wakes)).toContain('hub-outgoing-changes-service-0')
  })
})

describe('where everybody is pushed to', () => {
  const pushedTo = england.directory.authorities.map((one) => ({
    ...one,
    delivery: { mode: 'push' as const, url: `https://${one.key}.hub.example/alerts` },
  }))
  // The fullest stack of queues, and no more, for the time that all take.
  const authorities = pushedTo.filter(({ code }) => code >= 'E09000016' && code < 'E09000032')
  const rehearsed = england.directory.authorities.filter((one) => 'rehearsal' in one)
  const file: StageFile = {
    ...england,
    directory: { ...england.directory, authorities: [...authorities, ...rehearsed] },
  }
  const templates = templatesOfFile(file)
  const countIn = (stack: string): number => {
    const { Resources = {} } = (templates[stack]?.toJSON() ?? {}) as { Resources?: object }
    return Object.keys(Resources).length
  }

  it('a stack of sixteen authorities’ queues stands within what CloudFormation takes, and so do event sources for all of England', () => {
    expect(authorities).toHaveLength(16)
    expect(countIn('hub-alerts-E09-1')).toBeGreaterThan(16 * 24)
    expect(countIn('hub-alerts-E09-1')).toBeLessThanOrEqual(500)
    expect(countIn('hub-deliveries')).toBe(16)
    expect(pushedTo.length).toBeLessThanOrEqual(500)
  })
})
