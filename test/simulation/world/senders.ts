import { type Agency, agencySchema } from '../../../shared/agencies/directory.ts'
import { changesOf } from '../../../shared/agencies/queues.ts'
import { drugService, otherService } from './callers.ts'

type Service = Pick<typeof drugService, 'agency' | 'agencyName' | 'agencyType'>

const agencyOf = (
  { agency: key, agencyName: name, agencyType: type }: Service,
  delivery: Agency['delivery'],
): Agency => agencySchema.parse({ key, name, type, delivery })

/** The services that send: of one the system fetches what changes, to that of the other it is pushed. */
export const toldOfChanges: readonly Agency[] = [
  agencyOf(drugService, { mode: 'queue' }),
  agencyOf(otherService, { mode: 'push', url: 'https://receiver.other.example/hub' }),
]

/** What is told to it passes `deliver-alerts`. */
export const pushedChanges = changesOf(otherService.agency)

/** So many concerns come from one system of a service: fewer than one may send on a day. */
const ofOneSystem = 200

/** Of five concerns the other service sends one. */
export const senderOf = (number: number): typeof drugService => {
  const service = number % 5 === 0 ? otherService : drugService
  return { ...service, clientId: `${service.clientId}-${Math.floor(number / ofOneSystem)}` }
}
