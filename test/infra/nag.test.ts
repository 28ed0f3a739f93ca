import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { acknowledged } from '../../infra/acknowledge.ts'
import { appOf } from './synth.ts'

const findings = (): string => {
  const { app } = appOf('production')
  Validations.of(app).addPlugins(new AwsSolutionsChecks())
  try {
    app.synth()
    return ''
  } catch (error) {
    return String(error)
  }
}

describe('cdk-nag’s AwsSolutions', () => {
  it('finds nothing that is not explained', () => {
    expect(findings()).toBe('')
  })

  it.each(
    Object.entries(acknowledged).flatMap(([stack, reasons]) =>
      Object.entries(reasons).map(([finding, reason]) => ({ stack, finding, reason })),
    ),
  )('is answered for $finding in $stack with a reason', ({ reason }) => {
    expect(reason.length).toBeGreaterThan(40)
  })
})
