import { describe, expect, it } from 'vitest'
import {
  longestRun,
  measuredOf,
  nextAnswer,
  patience,
  type RehearseConcernDeps,
  rehearseConcern,
} from '../../../shared/casework/rehearse-concern.ts'
import type { Take } from '../../../shared/casework/rehearsed-family.ts'

type Told = { readonly alertId: string; readonly take: Take; readonly isMatched?: boolean }

/** A hub that tells of each concern so many seconds after it was sent. */
const aHub = (seconds: number, change: Partial<RehearseConcernDeps> = {}) => {
  const begun = Date.parse('2026-11-26T10:00:00Z')
  let time = begun
  const alerts = new Map<
    string,
    Told & { state: 'RAISED' | 'ACKNOWLEDGED' | 'DECIDED' | 'FED_BACK' }
  >()
  const inbox: { readonly alertId: string; readonly from: number }[] = []
  const done: string[] = []
  const failed: string[] = []
  const found = (alertId: string) => {
    const alert = alerts.get(alertId)
    if (alert === undefined) throw new Error('not found')
    return alert
  }
  const next = {
    acknowledgement: 'ACKNOWLEDGED',
    outcome: 'DECIDED',
    feedback: 'FED_BACK',
  } as const
  const deps: RehearseConcernDeps = {
    receive: async (wait) => {
      if (!inbox.some(({ from }) => from <= time)) time += wait * 1000
      return inbox
        .filter(({ from }) => from <= time)
        .map(({ alertId }) => ({ alertId, receipt: alertId }))
    },
    remove: async (receipt) => {
      inbox.splice(
        inbox.findIndex(({ alertId }) => alertId === receipt),
        1,
      )
    },
    readAlert: async (alertId) => {
      const { state, take, isMatched = true } = found(alertId)
      return { state, version: 1, take, isMatched }
    },
    answer: async (alertId, step) => {
      const alert = found(alertId)
      alert.state = next[step]
      done.push(step)
      return { state: alert.state, version: 2 }
    },
    listOpen: async () => [],
    clear: async () => {},
    record: async () => {},
    submit: async (take) => {
      alerts.set(take.id, { alertId: take.id, take, state: 'RAISED' })
      inbox.push({ alertId: take.id, from: time + seconds * 1000 })
      return take.id
    },
    isAnswered: async (id) => found(id).state === 'FED_BACK',
    onFailure: (step) => void failed.push(step),
    now: () => new Date(time),
    ...change,
  }
  return {
    deps,
    done,
    failed,
    inbox,
    /** Seconds after it began. */
    at: (since: number): void => {
      time = begun + since * 1000
    },
  }
}

describe('a rehearsal', () => {
  it('comes through when its alert is answered and the referrer has heard back', async () => {
    const hub = aHub(3)
    expect(await rehearseConcern(hub.deps)).toEqual({ RehearsalsThrough: 1, RehearsalSeconds: 3 })
    expect(hub.done).toEqual(['acknowledgement', 'outcome', 'feedback'])
    expect([hub.inbox, hub.failed]).toEqual([[], []])
  })

  it('is given up when its alert has not come in time, and measures that none came through', async () => {
    const hub = aHub(10_000)
    const before = hub.deps.now().getTime()
    expect(await rehearseConcern(hub.deps)).toEqual({ RehearsalsThrough: 0 })
    expect(hub.failed).toEqual(['wait'])
    const seconds = (hub.deps.now().getTime() - before) / 1000
    expect(seconds).toBeGreaterThanOrEqual(patience)
    expect(seconds).toBeLessThan(patience + 5)
  })

  it('counts with the next one where it comes late, and with how long it took', async () => {
    const hub = aHub(200)
    expect(await rehearseConcern(hub.deps)).toEqual({ RehearsalsThrough: 0 })
    hub.at(300)
    expect(await rehearseConcern(hub.deps)).toEqual({ RehearsalsThrough: 1, RehearsalSeconds: 300 })
    expect(hub.done).toEqual(['acknowledgement', 'outcome', 'feedback'])
  })

  it('has not come through where the family was not found', async () => {
    const hub = aHub(0)
    const readAlert: RehearseConcernDeps['readAlert'] = async (alertId) => ({
      ...(await hub.deps.readAlert(alertId)),
      isMatched: false,
    })
    expect(await rehearseConcern({ ...hub.deps, readAlert })).toEqual({ RehearsalsThrough: 0 })
    expect(hub.failed).toEqual(['match'])
  })

  it('has not come through where the referrer hears nothing', async () => {
    const hub = aHub(0, { isAnswered: async () => false })
    expect(await rehearseConcern(hub.deps)).toEqual({ RehearsalsThrough: 0 })
    expect(hub.failed).toEqual(['follow'])
  })

  it.each(['listOpen', 'clear', 'record', 'submit'] as const)(
    'stops where it cannot %s, says so, and throws nothing',
    async (step) => {
      const refuse = async (): Promise<never> => {
        throw new Error('answered 503')
      }
      const hub = aHub(0, { [step]: refuse })
      expect(await rehearseConcern(hub.deps)).toEqual({ RehearsalsThrough: 0 })
      expect(hub.failed).toEqual([step === 'listOpen' ? 'open' : step])
    },
  )

  it('begins no further step when it has taken too long, and still throws nothing', async () => {
    const hub = aHub(0)
    const record = async (): Promise<void> => hub.at(longestRun)
    expect(await rehearseConcern({ ...hub.deps, record })).toEqual({ RehearsalsThrough: 0 })
    expect(hub.failed).toEqual(['submit'])
  })

  it('leaves a message whose alert it could not answer, so that it comes again', async () => {
    const hub = aHub(0)
    const answer = async (): Promise<never> => {
      throw new Error('answered 503')
    }
    expect(await rehearseConcern({ ...hub.deps, answer })).toEqual({ RehearsalsThrough: 0 })
    expect(hub.inbox).toHaveLength(1)
    expect(await rehearseConcern(hub.deps)).toMatchObject({ RehearsalsThrough: 2 })
    expect(hub.inbox).toEqual([])
  })

  it('closes what an earlier one left open though its message was given up, and does not count it', async () => {
    const hub = aHub(10_000)
    await rehearseConcern(hub.deps)
    const [given] = hub.inbox.splice(0)
    const listOpen = async (): Promise<string[]> => [given?.alertId ?? '']
    expect(await rehearseConcern({ ...hub.deps, listOpen })).toEqual({ RehearsalsThrough: 0 })
    expect(hub.done).toEqual(['acknowledgement', 'outcome', 'feedback'])
  })

  it('takes away what tells of no alert, and answers nothing to it', async () => {
    const hub = aHub(0)
    const removed: string[] = []
    const others = [{ receipt: 'other', alertId: undefined }]
    const receive: RehearseConcernDeps['receive'] = async (wait) => [
      ...others.splice(0),
      ...(await hub.deps.receive(wait)),
    ]
    const remove: RehearseConcernDeps['remove'] = async (receipt) => {
      removed.push(receipt)
      await hub.deps.remove(receipt)
    }
    expect(await rehearseConcern({ ...hub.deps, receive, remove })).toMatchObject({
      RehearsalsThrough: 1,
    })
    expect(removed).toContain('other')
  })
})

describe('what is measured', () => {
  it('is how many came through and the slowest of them; of none no time, for it would hide that there is none', () => {
    expect(measuredOf([])).toEqual({ RehearsalsThrough: 0 })
    expect(measuredOf([4, 300, 6])).toEqual({ RehearsalsThrough: 3, RehearsalSeconds: 300 })
  })
})

describe('what follows on an alert', () => {
  it('is one step after another until its referrer was told, and then nothing', () => {
    expect(
      (['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'FED_BACK', 'CHALLENGED'] as const).map(nextAnswer),
    ).toEqual(['acknowledgement', 'outcome', 'feedback', undefined, undefined])
  })
})
