import { expect, it } from 'vitest'
import { resourcesOf, templatesOf } from './synth.ts'

const templates = templatesOf('production')
const text = (value: unknown): string => JSON.stringify(value)

it('lets CloudWatch ring on the operations topic, whose own policy replaces the default one', () => {
  const policies = Object.entries(resourcesOf(templates, 'AWS::SNS::TopicPolicy'))
  const operations = policies.filter(([id]) => id.includes('/Operations'))
  expect(operations).toHaveLength(1)
  expect(text(operations)).toMatch(
    /"Effect":"Allow","Principal":\{"Service":"cloudwatch.amazonaws.com"\}/,
  )
})

it('lets a service use a key only under a condition', () => {
  const bare = Object.entries(resourcesOf(templates, 'AWS::KMS::Key')).flatMap(([id, key]) => {
    const policy = key.Properties['KeyPolicy'] as {
      Statement: { Principal: { Service?: string }; Condition?: unknown }[]
    }
    return policy.Statement.filter(
      ({ Principal, Condition }) => Principal.Service !== undefined && Condition === undefined,
    ).map(({ Principal }) => `${id} ${Principal.Service}`)
  })
  expect(bare).toEqual([])
})
