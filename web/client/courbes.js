/* The thirteen months of a cell, drawn behind its figure while its row is on the screen: a picture of one path, and no
   element more. Without this the values are there. */
{
  const [LARGEUR, HAUTEUR] = [48, 13]
  const arrondi = (v) => Math.round(v * 10) / 10

  /* A missing month breaks the line; a month alone, and the last, are small rings. */
  const tracer = (code) => {
    const signes = [...code]
    const pas = (LARGEUR - 4) / (signes.length - 1)
    return signes
      .map((signe, i) => {
        if (signe === '-') return ''
        const x = arrondi(1.5 + i * pas)
        const y = arrondi(HAUTEUR - 2 - (Number.parseInt(signe, 36) / 35) * (HAUTEUR - 4))
        const leve = i === 0 || signes[i - 1] === '-'
        const rond = i === signes.length - 1 || (leve && signes[i + 1] === '-')
        return `${leve ? 'M' : 'L'}${x} ${y}${rond ? 'm-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0' : ''}`
      })
      .join('')
  }

  const couleurDe = (cellule) => getComputedStyle(cellule).getPropertyValue('--trait').trim()

  const image = (cellule) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LARGEUR} ${HAUTEUR}"><path d="${tracer(cellule.dataset.s)}" fill="none" stroke="${couleurDe(cellule)}" stroke-width="1.1" stroke-linejoin="round"/></svg>`
    return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
  }

  const cellulesDe = (rangee) => rangee.querySelectorAll('[data-s]')
  const montrer = (rangee) => {
    for (const cellule of cellulesDe(rangee)) cellule.style.backgroundImage ||= image(cellule)
  }
  const taire = (rangee) => {
    for (const cellule of cellulesDe(rangee)) cellule.style.backgroundImage = ''
  }

  const rangees = () => document.querySelectorAll('.mx.a-tendance tbody tr')
  const vues = new IntersectionObserver(
    (entrees) => {
      for (const { isIntersecting, target } of entrees) (isIntersecting ? montrer : taire)(target)
    },
    { rootMargin: '200px' },
  )
  const suivre = () => {
    vues.disconnect()
    for (const rangee of rangees()) {
      taire(rangee)
      vues.observe(rangee)
    }
  }
  suivre()
  document.addEventListener('page-remplacee', suivre)
  // The colours of the lines are those of the theme.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', suivre)
  // A sheet of paper shows them all.
  addEventListener('beforeprint', () => {
    for (const rangee of rangees()) montrer(rangee)
  })
}
