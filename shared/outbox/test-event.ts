import * as z from 'zod'
import type { OutboxMessage } from './outbox-message.ts'

/**
 * What an authority's inbox receives when its own system asked for a test: that the way is open, and nothing else. It is
 * about no alert and no family, and nothing is read for it.
 */
export const testEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'One a test: drop what you have already seen' }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.alert.test.v1'),
    subject: z.uuid().meta({ description: 'Id of the test, as its asker was told' }),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataref: z.url().meta({ description: 'Where alerts are listed; no test is among them' }),
    data: z.strictObject({ testId: z.uuid() }),
  })
  .meta({ id: 'TestEvent' })
export type TestEvent = z.infer<typeof testEventSchema>

/** The envelope of a test. `apiUrl` is the API's public address with its stage. */
export const testEvent = ({ recordId, createdAt }: OutboxMessage, apiUrl: string): TestEvent =>
  testEventSchema.parse({
    specversion: '1.0',
    id: `test#${recordId}`,
    source: apiUrl,
    type: 'uk.safeguarding-hub.alert.test.v1',
    subject: recordId,
    time: createdAt,
    datacontenttype: 'application/json',
    dataref: `${apiUrl}/alerts`,
    data: { testId: recordId },
  })
