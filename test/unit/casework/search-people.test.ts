import { beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { anAdultAlone } from '../../builders/a-child.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { auditor, westmarchRegister } from '../../builders/clients.ts'
import { deskOf, inCase } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

type Name = { readonly given: string; readonly family: string }
type Found = { readonly people: readonly string[]; readonly isCut: boolean }

const letters = 'abcdefghijklmnopqrstuvwxyz'
const letter = (number: number): string => letters[Math.floor(number) % letters.length] ?? ''
/** Families whose names all begin alike, and such as begin in many ways. */
const alike = (number: number): Name => ({
  given: 'Mohammed',
  family: `Kha${letter(number)}o${letter(number / letters.length)}n`,
})
const unlike = (number: number): Name => ({
  given: 'Mohammed',
  family: `${letter(number).toUpperCase()}a${letter(number / letters.length)}on`,
})

let hub: TestHub

const put = async (id: string, name: Name, dateOfBirth: string): Promise<void> => {
  const body = anAdultAlone({ names: [name], dateOfBirth, addresses: [] })
  const { status } = await hub.call(
    'register',
    anApiEvent('putAdult', {
      id,
      token: await hub.tokenFor(westmarchRegister),
      body,
      headers: deskOf(westmarchRegister),
    }),
  )
  expect(status).toBeLessThan(300)
}

const search = async (name: Name, dateOfBirth: string): Promise<Found> => {
  const headers = { ...deskOf(auditor), ...inCase }
  const body = { kind: 'adult', name, dateOfBirth }
  const token = await hub.tokenFor(auditor)
  const reply = await hub.call('audit', anApiEvent('searchPeople', { token, body, headers }))
  expect(reply.status).toBe(200)
  return reply.body as Found
}

describe('a search among very many of one day', () => {
  beforeAll(async () => {
    hub = await startInMemoryHub()
  })

  it('finds each where the halves of a name narrow it, though one half alone fills its block', async () => {
    const day = '1988-03-14'
    for (let one = 0; one < 208; one += 1) await put(`U${one}`, unlike(one), day)
    for (const one of [0, 103, 207]) {
      const found = { people: [`${westmarch}.U${one}`], isCut: false }
      expect(await search(unlike(one), day)).toMatchObject(found)
    }
  })

  it('says that it was cut where both halves begin alike', async () => {
    const day = '1990-05-17'
    for (let one = 0; one < 60; one += 1) {
      await put(`M${one}`, alike(one), day)
      if (one === 49) expect(await search(alike(49), day)).toMatchObject({ isCut: false })
    }
    for (const one of [0, 30, 59])
      expect(await search(alike(one), day)).toMatchObject({ isCut: true })
  })
})

describe('a search by a name and 1 January', () => {
  it('says that somebody may be missing, for the index has no such day', async () => {
    hub = await startInMemoryHub()
    await put('A9', alike(1), '1990-01-01')
    expect(await search(alike(1), '1990-01-01')).toMatchObject({ people: [], isCut: true })
    expect(await search(alike(1), '1990-01-02')).toMatchObject({ people: [], isCut: false })
  })
})
