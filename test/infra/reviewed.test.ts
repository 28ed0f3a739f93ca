import { Template } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
import { alarmsOf, metricFiltersOf } from './alarms.ts'
import { resourcePoliciesOf } from './resource-policies.ts'
import { templatesOf } from './synth.ts'
import { recoveryTemplates } from './synth-recovery.ts'

const { 'hub-keeping': keeping = Template.fromJSON({}) } = recoveryTemplates()
const templates = { ...templatesOf('production'), 'hub-keeping': keeping }
const text = (lines: readonly string[]): string => `${lines.join('\n').trimEnd()}\n`

it('lets others do with each resource what was reviewed in resource-policies.txt, and nothing more', async () => {
  await expect(text(resourcePoliciesOf(templates))).toMatchFileSnapshot('resource-policies.txt')
})

it('rings for what was reviewed in alarms.txt, and takes silence as it says there', async () => {
  await expect(
    text([...alarmsOf(templates), '', ...metricFiltersOf(templates)]),
  ).toMatchFileSnapshot('alarms.txt')
})
