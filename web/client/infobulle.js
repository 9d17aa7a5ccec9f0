/*
 * A point of a drawing names itself when it is pointed at, touched or reached with the keyboard, and is followed when it
 * leads somewhere. Without this its name is the browser's own tip, and its link stays a link. One stop a drawing: the
 * arrows go from a point to the next, Home and End to the ends, Escape closes.
 */
{
  const SELECTEUR = '.cibles :is(circle, rect)'
  const PORTEE = 24
  let bulle
  let montree

  const texteDe = (cible) => {
    const titre = cible.querySelector('title')
    if (titre) {
      cible.dataset.dit = titre.textContent
      titre.remove()
    }
    return cible.dataset.dit ?? ''
  }

  /* What takes the focus: the link where there is one. */
  const porteur = (cible) => cible.closest('a') ?? cible
  const adresse = (cible) => cible.closest('a')?.getAttribute('href') ?? null

  const milieu = (cible) => {
    const { left, top, width, height } = cible.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }

  const remplir = (cible) => {
    const lignes = texteDe(cible).split('\n')
    bulle.replaceChildren(
      ...lignes.map((texte, i) => {
        const ligne = document.createElement(i === 0 ? 'b' : 'span')
        ligne.textContent = texte
        return ligne
      }),
    )
  }

  const placer = (cible) => {
    const { x, y } = milieu(cible)
    const { offsetWidth: large, offsetHeight: haut } = bulle
    const [marge, largeur] = [8, document.documentElement.clientWidth]
    const dessous = y - haut - 2 * marge < 0
    bulle.style.left = `${scrollX + Math.max(marge, Math.min(x - large / 2, largeur - large - marge))}px`
    bulle.style.top = `${scrollY + (dessous ? y + 2 * marge : y - haut - 2 * marge)}px`
  }

  /* The same guichet, or the same month, in every drawing of the page. */
  const accorder = (cible) => {
    for (const autre of document.querySelectorAll('.cibles .accordee')) autre.classList.remove('accordee')
    const href = cible && adresse(cible)
    if (!href) return
    for (const lien of document.querySelectorAll(`.cibles a[href="${CSS.escape(href)}"]`))
      lien.firstElementChild.classList.add('accordee')
  }

  const cacher = () => {
    if (montree) montree.classList.remove('montree')
    montree = undefined
    if (bulle) bulle.hidden = true
    accorder(null)
  }

  const montrer = (cible) => {
    if (cible === montree) return
    cacher()
    bulle ??= document.body.appendChild(
      Object.assign(document.createElement('div'), { id: 'infobulle', className: 'infobulle', role: 'tooltip' }),
    )
    remplir(cible)
    montree = cible
    bulle.hidden = false
    cible.classList.add('montree')
    placer(cible)
    accorder(cible)
  }

  const ciblesDe = (dessin) =>
    [...dessin.querySelectorAll(SELECTEUR)]
      .map((cible) => ({ cible, ...milieu(cible) }))
      .sort((a, b) => a.x - b.x || a.y - b.y)

  const proche = ({ clientX: x, clientY: y, target }) => {
    const dessin = target.closest?.('.plot')
    if (!dessin) return null
    const bande = target.closest('.cibles rect')
    if (bande) return bande
    let meilleure = null
    let distance = PORTEE
    for (const { cible, ...lieu } of ciblesDe(dessin)) {
      const d = Math.hypot(lieu.x - x, lieu.y - y)
      if (d < distance) [meilleure, distance] = [cible, d]
    }
    return meilleure
  }

  /* Gives the keyboard its stop in each drawing, once, when it is reached or pointed at. */
  const equiper = (dessin) => {
    const lieux = ciblesDe(dessin)
    if (lieux.length === 0) return
    dessin.setAttribute('role', 'group')
    const entree = lieux.find(({ cible }) => cible.closest('.choisie')) ?? lieux.at(-1)
    for (const { cible } of lieux) {
      const arret = porteur(cible)
      arret.setAttribute('tabindex', cible === entree.cible ? '0' : '-1')
      arret.setAttribute('aria-label', texteDe(cible).replaceAll('\n', ', '))
      if (arret === cible) arret.setAttribute('role', 'img')
    }
  }

  const aller = (dessin, cible) => {
    for (const { cible: autre } of ciblesDe(dessin)) porteur(autre).setAttribute('tabindex', '-1')
    porteur(cible).setAttribute('tabindex', '0')
    porteur(cible).focus()
  }

  document.addEventListener('pointermove', (evenement) => {
    if (evenement.pointerType === 'touch') return
    const cible = proche(evenement)
    if (cible) montrer(cible)
    else if (montree && !porteur(montree).matches(':focus-visible')) cacher()
  })

  /* A first touch names the point, a second one follows it; a click goes where the nearest point leads. */
  let nommee
  document.addEventListener('pointerdown', (evenement) => {
    const cible = proche(evenement)
    nommee = evenement.pointerType === 'touch' && cible !== montree ? cible : undefined
    if (cible) montrer(cible)
    else cacher()
  })
  document.addEventListener(
    'click',
    (evenement) => {
      const dessin = evenement.target.closest?.('.plot')
      if (!dessin || evenement.detail === 0) return
      const cible = proche(evenement)
      if (!cible) return
      if (cible === nommee) {
        evenement.preventDefault()
        return
      }
      const lien = cible.closest('a')
      if (!lien || evenement.target.closest('a') === lien) return
      evenement.preventDefault()
      evenement.stopPropagation()
      const { ctrlKey, metaKey, shiftKey } = evenement
      const clic = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey })
      if (lien.dispatchEvent(clic) && !ctrlKey && !metaKey && !shiftKey) location.assign(adresse(cible))
    },
    true,
  )

  document.addEventListener('focusin', ({ target }) => {
    const cible = target.closest?.('.cibles') && (target.matches(SELECTEUR) ? target : target.querySelector(SELECTEUR))
    if (cible) montrer(cible)
    else cacher()
  })

  const PAS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
  document.addEventListener('keydown', (evenement) => {
    if (evenement.key === 'Escape') cacher()
    const dessin = evenement.target.closest?.('.cibles') && evenement.target.closest('.plot')
    if (!dessin || evenement.ctrlKey || evenement.metaKey || evenement.altKey) return
    const cibles = ciblesDe(dessin).map(({ cible }) => cible)
    const ici = cibles.findIndex((cible) => porteur(cible) === evenement.target)
    const la = { Home: 0, End: cibles.length - 1 }[evenement.key] ?? (PAS[evenement.key] && ici + PAS[evenement.key])
    if (la === undefined) return
    evenement.preventDefault()
    if (cibles[la]) aller(dessin, cibles[la])
  })
  addEventListener('scroll', () => montree && placer(montree), { passive: true })

  const equiperTout = () => {
    for (const dessin of document.querySelectorAll('main .plot:has(.cibles)')) equiper(dessin)
  }
  const recommencer = () => {
    cacher()
    equiperTout()
  }
  document.addEventListener('page-remplacee', recommencer)
  document.addEventListener('dessin-refait', recommencer)
  equiperTout()
}
