import type { APIGatewayProxyEvent } from 'aws-lambda'
import * as z from 'zod'
import type { Caller } from '../agencies/access.ts'
import { HubError } from '../kernel/hub-error.ts'
import { workIdSchema } from '../kernel/work-id.ts'
import type { Contract } from './contract.ts'
import { parseRequest } from './parse.ts'
import { headersOf } from './read-event.ts'

const header = 'hub-practitioner'
const headerSchema = z.object({
  [header]: workIdSchema.optional().meta({
    description:
      'Work id of the person who asks, never a name; a token of one person names them itself',
  }),
})

/** Whether a route asks who is behind a call: every one that asks for a token. */
export const asksWho = ({ action }: Contract): boolean => action !== undefined

/** The header by which a system names the person behind it, as the API's description has it. */
export const practitionerHeader = ({ needsPractitioner }: Contract): z.ZodObject =>
  needsPractitioner === true ? headerSchema.required() : headerSchema

const refusedFor = (detail: string): HubError =>
  new HubError('request-invalid', 'the header does not fit its contract', {
    faults: [{ pointer: `/${header}`, detail: `header: ${detail}` }],
  })

/** The person whom a call names, where what it names can be one: before anything is known of whether it may be made. */
export const personNamedIn = (
  event: Pick<APIGatewayProxyEvent, 'headers' | 'multiValueHeaders'>,
  { practitioner }: Caller,
): string | undefined => practitioner ?? workIdSchema.safeParse(headersOf(event)[header]).data

/** For what a list shows of people only where it is asked to. @throws HubError request-invalid where nobody is named */
export const personNeeded = (practitioner: string | undefined): void => {
  if (practitioner === undefined) throw refusedFor('your work id')
}

/**
 * The person behind a call: whom the token names, or for a system whom its header does.
 * @throws HubError request-invalid where a person is needed and not named, or named twice and differently
 */
export const practitionerOf = (
  event: APIGatewayProxyEvent,
  contract: Contract,
  caller: Caller,
): string | undefined => {
  if (!asksWho(contract)) return undefined
  const { [header]: named } = parseRequest(headerSchema, headersOf(event), 'header')
  const { practitioner = named } = caller
  if (named !== undefined && named !== practitioner) throw refusedFor('the token names another')
  if (practitioner === undefined && contract.needsPractitioner === true)
    throw refusedFor('your work id')
  return practitioner
}
