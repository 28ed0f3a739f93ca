import type { LocalPerson } from '../../local/sign-in/people.ts'

/** What came back for a request, and where it had led by then. */
export type Seen = {
  readonly status: number
  readonly url: string
  readonly headers: Headers
  readonly text: string
  /** Bytes as they came over the wire. */
  readonly bytes: number
}

type Sent = { readonly form?: Record<string, string>; readonly headers?: Record<string, string> }

/** Keeps cookies by host, and follows where it is led, as a browser does without scripts. */
export class PlainBrowser {
  readonly cookies = new Map<string, string>()
  readonly console: string
  last: Seen | undefined

  constructor(console: string) {
    this.console = console
  }

  get = (path: string, headers: Record<string, string> = {}): Promise<Seen> =>
    this.send(path, { headers })

  /** Sends a form with the token of the page that was seen last, as pressing its button would. */
  post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
    const token = /name="_token" value="([^"]+)"/.exec(this.last?.text ?? '')?.[1]
    return this.send(path, {
      form: { ...(token !== undefined && { _token: token }), ...form },
      headers: { Origin: new URL(this.console).origin, ...headers },
    })
  }

  signIn = async ({ workId }: Pick<LocalPerson, 'workId'>): Promise<Seen> => {
    const asked = await this.get('/sign-in/start')
    return this.follow(`${asked.url}&as=${workId}`)
  }

  private send = (path: string, sent: Sent): Promise<Seen> =>
    this.follow(path.startsWith('http') ? path : `${this.console}${path}`, sent)

  private follow = async (url: string, { form, headers = {} }: Sent = {}): Promise<Seen> => {
    const isOwn = url.startsWith(this.console)
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        ...headers,
        ...(isOwn && cookie !== '' && { Cookie: cookie }),
      },
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
    })
    if (isOwn) this.keep(response)
    const to = response.headers.get('location')
    if (to !== null) return this.follow(new URL(to, url).href)
    const text = await response.text()
    const { status, headers: told } = response
    const bytes = Number(told.get('content-length') ?? Buffer.byteLength(text))
    this.last = { status, url, headers: told, text, bytes }
    return this.last
  }

  private keep = (response: Response): void => {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      if (cookie.includes('Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}
