import { PlainError } from './say.ts'

export const noHubAt = (url: string, cause: unknown): PlainError =>
  new PlainError(
    `No hub answers at ${new URL(url).origin}: it has stopped; npm start starts one.`,
    { cause },
  )

/** Whether the emulator of a hub answers. */
export const isHealthy = (endpoint: string): Promise<boolean> =>
  fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  )
