/*
 * A drawing to take away: PNG, SVG, and its numbers as CSV. The SVG carries its own colours, always those of paper, its
 * title, its source. Without this the numbers are in the table under the drawing, and in the page's exports.
 */
{
  const SVG = 'http://www.w3.org/2000/svg'
  const POLICE = 'system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif'
  const ECHELLE = 2
  const MARGE = 16

  const enregistrer = (contenu, nom) => {
    const url = URL.createObjectURL(contenu)
    Object.assign(document.createElement('a'), { href: url, download: nom }).click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }

  const nomDe = (titre) =>
    titre
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'graphique'

  /* Colours of paper: light, whatever the screen shows. */
  const resoudre = (noeud) => {
    const racine = document.documentElement
    const { theme } = racine.dataset
    racine.dataset.theme = 'light'
    const style = getComputedStyle(racine)
    for (const e of [noeud, ...noeud.querySelectorAll('*')])
      for (const { name, value } of [...e.attributes]) {
        const neuve = value.replace(/var\((--[\w-]+)\)/g, (_, v) => style.getPropertyValue(v).trim() || 'currentColor')
        if (neuve !== value) e.setAttribute(name, neuve)
      }
    if (theme === undefined) delete racine.dataset.theme
    else racine.dataset.theme = theme
  }

  const ecrire = (texte, y, taille, graisse) => {
    const e = document.createElementNS(SVG, 'text')
    for (const [nom, valeur] of Object.entries({
      x: MARGE,
      y,
      'font-size': taille,
      'font-weight': graisse,
      fill: '#1b1b18',
    }))
      e.setAttribute(nom, valeur)
    e.setAttribute('text-anchor', 'start')
    e.textContent = texte
    return e
  }

  /* A line as wide as the drawing takes: the words that do not fit go to the next. */
  const couper = (texte, largeur, taille) => {
    const lignes = ['']
    for (const mot of texte.split(' ')) {
      const essai = `${lignes.at(-1)} ${mot}`.trim()
      if (essai.length * taille * 0.62 > largeur && lignes.at(-1)) lignes.push(mot)
      else lignes[lignes.length - 1] = essai
    }
    return lignes
  }

  const texteDe = (figure, selecteur) => figure.querySelector(selecteur)?.textContent.trim() ?? ''

  /* The drawing shown, standing alone: title above, source beneath, on white. */
  const autonome = (figure) => {
    const dessin = [...figure.querySelectorAll('.plot')].find((svg) => svg.getBoundingClientRect().width > 0)
    const copie = dessin.cloneNode(true)
    for (const cible of copie.querySelectorAll('.cibles')) cible.remove()
    resoudre(copie)
    const [, , large, haut] = dessin.getAttribute('viewBox').split(' ').map(Number)
    const utile = large
    const titre = couper(texteDe(figure, '.chart-title'), utile, 18)
    const sous = couper(texteDe(figure, '.chart-sub'), utile, 13)
    const source = couper(texteDe(figure, '.src'), utile, 12)
    const dessus = MARGE + 24 * titre.length + 18 * sous.length + 12
    const [L, H] = [large + 2 * MARGE, dessus + haut + 18 * source.length + 2 * MARGE]
    const svg = document.createElementNS(SVG, 'svg')
    for (const [nom, valeur] of Object.entries({
      width: L,
      height: H,
      viewBox: `0 0 ${L} ${H}`,
      'font-family': POLICE,
      'font-size': 13,
      role: 'img',
      'aria-label': dessin.getAttribute('aria-label') ?? '',
    }))
      svg.setAttribute(nom, valeur)
    const fond = document.createElementNS(SVG, 'rect')
    for (const [nom, valeur] of Object.entries({ width: L, height: H, fill: '#ffffff' })) fond.setAttribute(nom, valeur)
    for (const [nom, valeur] of Object.entries({ x: MARGE, y: dessus, width: large, height: haut }))
      copie.setAttribute(nom, valeur)
    copie.setAttribute('overflow', 'visible')
    copie.setAttribute('color', '#1b1b18')
    copie.removeAttribute('role')
    copie.removeAttribute('aria-label')
    svg.append(
      fond,
      ...titre.map((t, i) => ecrire(t, MARGE + 18 + 24 * i, 18, 600)),
      ...sous.map((t, i) => ecrire(t, MARGE + 24 * titre.length + 14 + 18 * i, 13, 400)),
      copie,
      ...source.map((t, i) => ecrire(t, dessus + haut + MARGE + 12 + 18 * i, 12, 400)),
    )
    return { texte: new XMLSerializer().serializeToString(svg), L, H }
  }

  const enPng = async ({ texte, L, H }) => {
    const image = new Image()
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(texte)}`
    await image.decode()
    const toile = Object.assign(document.createElement('canvas'), { width: L * ECHELLE, height: H * ECHELLE })
    toile.getContext('2d').drawImage(image, 0, 0, L * ECHELLE, H * ECHELLE)
    return new Promise((pret) => toile.toBlob(pret, 'image/png'))
  }

  /* As French spreadsheets open it; a text that begins like a formula stays a text. */
  const cellule = (texte) => {
    const sur = /^[=+@\t\r]|^-(?!\d)/.test(texte) ? `'${texte}` : texte
    return /[";\r\n]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur
  }
  const enCsv = (table) =>
    `\ufeff${[...table.rows]
      .map((rang) =>
        [...rang.cells]
          .map((c) =>
            cellule(
              c.textContent
                .trim()
                .replace('−', '-')
                .replace(/(\d)\u202f(?=\d)/g, '$1'),
            ),
          )
          .join(';'),
      )
      .join('\r\n')}\r\n`

  const FORMES = {
    PNG: async (figure) => enPng(autonome(figure)),
    SVG: async (figure) => new Blob([autonome(figure).texte], { type: 'image/svg+xml' }),
    CSV: async (figure) => new Blob([enCsv(figure.querySelector('.twin table'))], { type: 'text/csv;charset=utf-8' }),
  }

  const offrir = (figure) => {
    const pied = figure.querySelector('.chart-foot')
    if (!pied || pied.querySelector('.emporter')) return
    const offres = document.createElement('p')
    offres.className = 'acts emporter'
    const titre = texteDe(figure, '.chart-title')
    for (const [forme, faire] of Object.entries(FORMES)) {
      const bouton = Object.assign(document.createElement('button'), { type: 'button', textContent: forme })
      bouton.setAttribute('aria-label', `${forme}, ${titre}`)
      bouton.addEventListener('click', async () =>
        enregistrer(await faire(figure), `${nomDe(titre)}.${forme.toLowerCase()}`),
      )
      offres.append(bouton)
    }
    pied.append(offres)
  }

  const offrirTout = () => {
    for (const figure of document.querySelectorAll('figure.chart')) offrir(figure)
  }
  document.addEventListener('page-remplacee', offrirTout)
  offrirTout()
}
