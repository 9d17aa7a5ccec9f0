/*
 * A filter of the page shown, a sort, another period: the page is asked for and its content put in the place of the one
 * shown, at the same height, and the address says it. Without this the browser loads it whole.
 */
{
  let derniere = 0

  const memePage = (url) => url.origin === location.origin && url.pathname === location.pathname

  /* Where the focus was, to be found again: by its id, else by its address, else by its name. */
  const reperer = () => {
    const actif = document.activeElement
    if (!actif || actif === document.body) return () => null
    const { id, name } = actif
    const texte = actif.textContent
    return (racine) => {
      if (id) return racine.querySelector(`#${CSS.escape(id)}`)
      if (name) return racine.querySelector(`[name="${CSS.escape(name)}"]`)
      return [...racine.querySelectorAll('a[href], button, summary')].find((e) => e.textContent === texte) ?? null
    }
  }

  const annoncer = () => {
    const voix =
      document.querySelector('#voix') ??
      document.body.appendChild(
        Object.assign(document.createElement('p'), { id: 'voix', className: 'vh', role: 'status' }),
      )
    voix.textContent = ''
    setTimeout(() => {
      voix.textContent = 'La page est à jour.'
    }, 100)
  }

  const remplacer = async (url, { pousser }) => {
    derniere += 1
    const rang = derniere
    const main = document.querySelector('main')
    main.setAttribute('aria-busy', 'true')
    try {
      const reponse = await fetch(url, { credentials: 'same-origin' })
      const page = new DOMParser().parseFromString(await reponse.text(), 'text/html')
      const neuf = page.querySelector('main')
      // Signed out, refused, or another page: the browser goes there itself.
      if (!reponse.ok || !memePage(new URL(reponse.url)) || !neuf) throw new Error('autre page')
      if (rang !== derniere) return
      const retrouver = reperer()
      if (pousser) history.pushState(null, '', url)
      main.replaceWith(neuf)
      for (const [ici, la] of [
        ['title', 'title'],
        ['header', 'header'],
        ['.context', '.context'],
      ]) {
        const [ancien, nouveau] = [document.querySelector(ici), page.querySelector(la)]
        if (ancien && nouveau) ancien.replaceWith(nouveau)
      }
      retrouver(document)?.focus({ preventScroll: true })
      document.dispatchEvent(new Event('page-remplacee'))
      annoncer()
    } catch {
      if (rang === derniere) location.assign(url)
    }
  }

  document.addEventListener('click', (evenement) => {
    if (evenement.defaultPrevented || evenement.button !== 0) return
    if (evenement.ctrlKey || evenement.metaKey || evenement.shiftKey || evenement.altKey) return
    const lien = evenement.target.closest?.('main a[href]')
    if (!lien || lien.hasAttribute('download') || lien.hasAttribute('target')) return
    const url = new URL(lien.getAttribute('href'), location.href)
    if (!memePage(url) || url.search === location.search) return
    evenement.preventDefault()
    void remplacer(url, { pousser: true })
  })

  const adresseDe = (formulaire) => {
    const url = new URL(formulaire.action)
    url.search = new URLSearchParams(
      [...new FormData(formulaire)].filter(([, valeur]) => typeof valeur === 'string' && valeur !== ''),
    ).toString()
    return url
  }
  const estFiltre = (formulaire) =>
    formulaire?.matches('main form') && formulaire.method === 'get' && memePage(new URL(formulaire.action))

  document.addEventListener('submit', (evenement) => {
    if (!estFiltre(evenement.target)) return
    evenement.preventDefault()
    void remplacer(adresseDe(evenement.target), { pousser: true })
  })
  /* A list acts as soon as another is chosen; what is typed waits for its button. */
  document.addEventListener('change', ({ target }) => {
    if (target.matches('select, input:is([type="checkbox"], [type="radio"])') && estFiltre(target.form))
      void remplacer(adresseDe(target.form), { pousser: true })
  })

  let chemin = location.pathname + location.search
  document.addEventListener('page-remplacee', () => {
    chemin = location.pathname + location.search
  })
  addEventListener('popstate', () => {
    if (location.pathname + location.search !== chemin) void remplacer(new URL(location.href), { pousser: false })
  })
}
