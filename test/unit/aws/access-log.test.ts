import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { readAccessLog } from '../../../shared/aws/logs/access-log.ts'

// The emulator's gateway writes no access log.
const logs = mockClient(CloudWatchLogsClient)
beforeEach(() => void logs.reset())
const read = readAccessLog(new CloudWatchLogsClient({ region: 'eu-west-2' }))
const window = { from: new Date('2026-11-26T10:00:00Z'), to: new Date('2026-11-26T11:00:00Z') }

/** A line as infra/constructs/hub-api.ts has the gateway write it. */
const line = (requestId: string, route: string, status: string) => ({
  message: JSON.stringify({
    requestId,
    time: '1795687200000',
    method: 'GET',
    route,
    status,
    milliseconds: '12',
    bytes: '345',
    ip: '192.0.2.1',
  }),
})

describe('the gateway’s log', () => {
  it('is read page by page, each request with its route', async () => {
    logs
      .on(FilterLogEventsCommand, { nextToken: 'more' })
      .resolves({ events: [line('g-2', '/nowhere', '404')] })
    logs
      .on(FilterLogEventsCommand, { nextToken: undefined })
      .resolves({ events: [line('g-1', '/alerts/{id}', '200')], nextToken: 'more' })
    const at = new Date('2026-11-26T10:00:00Z')
    expect(await read('/hub/api-access', window)).toEqual([
      { gatewayId: 'g-1', at: new Date(1_795_687_200_000), route: 'readAlert', status: 200 },
      { gatewayId: 'g-2', at: new Date(1_795_687_200_000), route: undefined, status: 404 },
    ])
    const [first] = logs.commandCalls(FilterLogEventsCommand)
    expect(first?.args[0].input).toEqual({
      logGroupName: '/hub/api-access',
      startTime: at.getTime(),
      endTime: window.to.getTime(),
    })
  })

  it('is not half read where a line is none of the gateway’s', async () => {
    logs.on(FilterLogEventsCommand).resolves({ events: [{ message: '{}' }] })
    await expect(read('/hub/api-access', window)).rejects.toThrow('requestId')
  })
})
