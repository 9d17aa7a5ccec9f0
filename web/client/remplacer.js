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

  /* What the address says of a page is not kept from the former one: its filters. */
  const estFiltre = (formulaire) =>
    formulaire?.matches('main form') && formulaire.method === 'get' && memePage(new URL(formulaire.action))

  /* A form is known again by where it goes and what it is about; a field by its name, a choice by its value too. */
  const formulaireDe = ({ form }) => {
    const sujet = [...(form?.querySelectorAll('[type="hidden"]') ?? [])].map(({ name, value }) => `${name}=${value}`)
    return [form?.action, ...sujet.sort()]
  }
  const estChoix = ({ type }) => type === 'radio' || type === 'checkbox'
  const cleDe = (champ) => JSON.stringify([formulaireDe(champ), champ.name, estChoix(champ) && champ.value])
  const champsDe = (racine) =>
    [...racine.querySelectorAll(':is(input, select, textarea)[name]')].filter(
      ({ type, form }) => !['hidden', 'password', 'file'].includes(type) && !estFiltre(form),
    )
  const valeurDOrigine = ({ options, defaultValue }) =>
    options ? ([...options].find((option) => option.defaultSelected) ?? options[0])?.value : defaultValue
  const estModifie = (champ) =>
    estChoix(champ) ? champ.checked !== champ.defaultChecked : champ.value !== valeurDOrigine(champ)

  /* What was chosen or typed in a content and not sent, put back in the one that takes its place. */
  const reporterSaisies = (ancien, neuf) => {
    const modifies = new Map(
      champsDe(ancien)
        .filter(estModifie)
        .map((champ) => [cleDe(champ), champ]),
    )
    for (const champ of champsDe(neuf)) {
      const avant = modifies.get(cleDe(champ))
      if (avant && estChoix(champ)) champ.checked = avant.checked
      else if (avant) champ.value = avant.value
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
      reporterSaisies(main, neuf)
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
