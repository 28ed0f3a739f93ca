import { type SearchRegisterDeps, searchRegister } from '../../shared/casework/search-register.ts'
import { searchRegisterContract } from '../../shared/http/contracts/register-searches.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'

/** `/register-searches`: names go in the body, and stand in no address. */
export const searchEndpoints = (deps: SearchRegisterDeps): GuardedEndpoint[] => [
  endpoint('searchRegister', searchRegisterContract, async ({ by, body }) => {
    const { kind, ...details } = body
    return { status: 200, body: await searchRegister({ by, kind, details }, deps) }
  }),
]
