import { expect, it } from 'vitest'
import { listedReply } from '../../../shared/http/listed-reply.ts'

const of = {
  path: '/v1/alerts' as const,
  query: { state: 'open', limit: '2' },
  idOf: ({ alertId }: { readonly alertId: string }) => alertId,
}

it('gives each item its link, and no link to a page that is not there', () => {
  const page = { items: [{ alertId: 'a' }, { alertId: 'b' }], next: undefined }
  expect(listedReply(page, of)).toEqual({
    status: 200,
    body: {
      items: [
        { alertId: 'a', links: { self: '/v1/alerts/a' } },
        { alertId: 'b', links: { self: '/v1/alerts/b' } },
      ],
      links: {},
    },
  })
})

it('leads on to the next page of the same question', () => {
  expect(listedReply({ items: [], next: 'cursor-1' }, of)).toMatchObject({
    body: { items: [], links: { next: '/v1/alerts?state=open&limit=2&cursor=cursor-1' } },
  })
})
