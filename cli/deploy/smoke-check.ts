/** One thing that a hub which has just been deployed must answer. */
type Asked = {
  readonly what: string
  readonly path: string
  readonly init?: RequestInit
  readonly status: number
}

const asked: readonly Asked[] = [
  { what: 'the API answers', path: '/health', status: 200 },
  { what: 'it describes itself', path: '/openapi.json', status: 200 },
  {
    what: 'nobody gets a token for nothing',
    path: '/token',
    init: {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    },
    status: 401,
  },
  { what: 'nobody reads without a token', path: '/alerts', status: 401 },
]

const patience = 10_000

/** Asks a deployed hub what anybody may ask; what it answered otherwise than it must, in words. Touches no family. */
export const smokeCheck = async (address: string): Promise<readonly string[]> => {
  const answers = await Promise.all(
    asked.map(async ({ what, path, init, status }) => {
      try {
        const signal = AbortSignal.timeout(patience)
        const answer = await fetch(`${address}${path}`, { ...init, signal, redirect: 'error' })
        await answer.arrayBuffer()
        return answer.status === status
          ? []
          : [`${what}: ${path} answered ${answer.status} and not ${status}`]
      } catch {
        return [`${what}: ${path} did not answer`]
      }
    }),
  )
  return answers.flat()
}
