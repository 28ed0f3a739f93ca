import { methodsOf } from '../config/routes.ts'
import { HubError } from '../kernel/hub-error.ts'
import { fallbackContract } from './contracts/description.ts'
import type { PublicEndpoint } from './onion.ts'
import { problemReply } from './problem.ts'

/** What no route takes: at a path of one, another of its methods may be meant (RFC 9110 §15.5.6). */
export const fallback: PublicEndpoint = {
  name: 'fallback',
  contract: fallbackContract,
  answer: ({ resource, hub }) => {
    const allowed = methodsOf(resource)
    if (allowed.length === 0) throw new HubError('not-found', 'no such route')
    const error = new HubError('method-not-allowed', 'no such method here')
    const { headers, ...reply } = problemReply(error, hub.requestId)
    return Promise.resolve({ ...reply, headers: { ...headers, Allow: allowed.join(', ') } })
  },
}
