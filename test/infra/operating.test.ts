import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { everyFunction } from '../../shared/config/functions.ts'
import { measures, metricNamespace } from '../../shared/kernel/measures.ts'
import { readable } from './readable.ts'
import { resourcesOf, templatesOf } from './synth.ts'

const templates = templatesOf('production')
const alarms = Object.values(resourcesOf(templates, 'AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => ({
    name: readable(Properties['AlarmName']),
    meaning: readable(Properties['AlarmDescription']),
    metric: readable(Properties['MetricName']),
    period: Number(Properties['Period']),
  }),
)

/** A name as a page may write it: of a function or an outgoing queue in general. */
const asWritten = (name: string): readonly string[] => {
  const [, last = ''] = /-(unsent|refused|waiting)$/.exec(name) ?? []
  return [name, ...(last === '' ? [] : [`-${last}`, `hub-…-${last}`])]
}

describe('an alarm', () => {
  it.each(alarms)(
    '$name says what it means and names a page that knows it',
    ({ name, meaning }) => {
      const [, page = ''] = /\. See (docs\/[a-z/-]+\.md)$/.exec(meaning) ?? []
      const text = readFileSync(page, 'utf8')
      expect(asWritten(name).some((written) => text.includes(written))).toBe(true)
    },
  )

  it('rings for what somebody must mend: not for a throttle, and not three times for one failure', () => {
    expect(alarms.filter(({ metric }) => metric === 'Throttles')).toEqual([])
    const ofFunctions = alarms.filter(({ name }) =>
      everyFunction.some((each) => name === `hub-${each}-failures`),
    )
    expect(ofFunctions).toHaveLength(everyFunction.length)
    expect(alarms.filter(({ name }) => name.endsWith('-errors'))).toHaveLength(1)
  })

  it('is one of the page for whoever is on call, each by its name or its kind', () => {
    const page = readFileSync('docs/operating.md', 'utf8')
    const ofKind = (name: string): string =>
      everyFunction
        .toSorted((one, other) => other.length - one.length)
        .reduce((kind, each) => kind.replace(`hub-${each}-`, 'hub-<function>-'), name)
    const unknown = alarms.filter(
      ({ name }) =>
        !(page.includes(`\`${ofKind(name)}\``) || page.includes(`\`${name}\``)) &&
        !asWritten(name).some((written) => page.includes(`\`${written}\``)),
    )
    expect(unknown).toEqual([])
  })
})

describe('the dashboard', () => {
  const [dashboard] = Object.values(resourcesOf(templates, 'AWS::CloudWatch::Dashboard'))
  const text = JSON.stringify(dashboard?.Properties['DashboardBody']).replaceAll('\\', '')

  it('is one', () => {
    expect(Object.values(resourcesOf(templates, 'AWS::CloudWatch::Dashboard'))).toHaveLength(1)
  })

  it('shows every number that the hub counts of itself, and none that nothing writes', () => {
    const shown = [...text.matchAll(new RegExp(`"${metricNamespace}","([A-Za-z0-9]+)"`, 'g'))]
    expect(new Set(shown.map(([, name]) => name))).toEqual(new Set(Object.keys(measures)))
  })

  it('shows besides what AWS counts', () => {
    const known = {
      'AWS/ApiGateway': ['Count', '4XXError', '5XXError', 'Latency'],
      'AWS/Lambda': ['Errors', 'Throttles', 'Duration'],
      'AWS/SQS': ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible'],
    }
    const named = [...text.matchAll(/"(AWS\/[A-Za-z]+)","([A-Za-z0-9]+)"/g)]
    const searched = [...text.matchAll(/\{(AWS\/[A-Za-z]+),[A-Za-z]+\} MetricName="([A-Za-z]+)"/g)]
    const shown = Map.groupBy([...named, ...searched], ([, namespace]) => namespace)
    expect(
      Object.fromEntries(
        [...shown].map(([namespace, all]) => [
          namespace,
          [...new Set(all.map(([, , name]) => name))],
        ]),
      ),
    ).toEqual(known)
  })
})

describe('what nobody has opened', () => {
  it('rings apart by how soon somebody must look, so that none hides a graver one', () => {
    const filters = Object.values(resourcesOf(templates, 'AWS::Logs::MetricFilter')).flatMap(
      ({ Properties }) => {
        const pattern = readable(Properties['FilterPattern'])
        return pattern.includes('ALERT_UNREAD') ? [pattern] : []
      },
    )
    expect(filters.toSorted()).toEqual([
      '{ ($.message = "ALERT_UNREAD") && ($.urgency = "immediate") }',
      '{ ($.message = "ALERT_UNREAD") && ($.urgency = "routine") }',
      '{ ($.message = "ALERT_UNREAD") && ($.urgency = "today") }',
    ])
    const named = alarms.filter(({ name }) => name.startsWith('hub-alerts-unread'))
    expect(named.filter(({ metric, name }) => metric === name)).toHaveLength(3)
  })

  it('rings again for the second that is as grave, and for more', () => {
    const named = (start: string) =>
      alarms.map(({ name }) => name).filter((name) => name.startsWith(start))
    expect(named('hub-alerts-unread-immediate-over').toSorted()[0]).toBe(
      'hub-alerts-unread-immediate-over-1',
    )
    expect(named('hub-alerts-unread-over')).toHaveLength(3)
  })
})
