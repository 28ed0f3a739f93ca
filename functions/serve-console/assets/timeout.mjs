// The warning before a session ends. Its words and its times come from the page; it never counts down in front of a reader.
const warnMilliseconds = 5 * 60 * 1000

const clockOf = (moment) =>
  new Intl.DateTimeFormat(`${document.documentElement.lang}-GB`, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone: 'Europe/London',
  })
    .format(moment)
    .replaceAll(/\s/g, '')

/** Asks the server for another fifteen minutes; whatever was typed stays where it is. */
const extend = async ({ url, token }) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Form-Token': token },
  })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  const { until } = await response.json()
  return new Date(until)
}

export const warnBeforeEnd = (dialog) => {
  if (dialog === null) return
  const { url, token, until: first } = dialog.dataset
  let timer
  const say = (until) => {
    for (const part of document.querySelectorAll('[data-hub-until]'))
      part.textContent = clockOf(until)
  }
  const arm = (until) => {
    clearTimeout(timer)
    say(until)
    timer = setTimeout(() => dialog.showModal(), Math.max(0, until - Date.now() - warnMilliseconds))
  }
  dialog.addEventListener('submit', async (event) => {
    event.preventDefault()
    try {
      arm(await extend({ url, token }))
      dialog.close()
      const stayed = document.querySelector('[data-hub-stayed]')
      if (stayed !== null) stayed.textContent = dialog.dataset.stayed
    } catch {
      // The session is over: the server says so, and keeps what is typed when it is sent.
      dialog.close()
    }
  })
  arm(new Date(first))
}
