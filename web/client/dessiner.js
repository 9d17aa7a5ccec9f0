/*
 * A comparison drawn as wide as its column is, and as wide as the page when one asks for it, by the function that drew it
 * on the server. What draws is asked for only then. Without this the drawing made on the server is there, at its own width.
 */
{
  /* Under this width the narrow drawing is shown; a few pixels more or less are left to the scale. */
  const ETROIT = 480
  const JEU = 12
  const DESSUS = 220

  const dessinDe = (figure) => figure.querySelector('.chart-w > .plot')
  const largeurDessinee = (figure) => dessinDe(figure)?.viewBox.baseVal.width ?? 0
  const hauteurVoulue = (figure) =>
    figure.classList.contains('agrandie') ? Math.max(440, Math.min(720, innerHeight - DESSUS)) : undefined

  const place = (figure) => Math.round(figure.querySelector('.chart-body').clientWidth)

  const redessiner = async (figure) => {
    const largeur = place(figure)
    const { outils, lignes, options } = figure.dataset
    const { dessiner } = await import(outils)
    const texte = await dessiner({ lignes, options: JSON.parse(options) }, { largeur, hauteur: hauteurVoulue(figure) })
    // Another width, or another page, has come meanwhile.
    if (!figure.isConnected || figure.dataset.options !== options || place(figure) !== largeur) return
    figure.querySelector('.chart-w').innerHTML = texte
    document.dispatchEvent(new Event('dessin-refait'))
  }

  /* Where it cannot be had, the drawing that is there stays. */
  const essayer = (figure) => redessiner(figure).catch(() => {})

  const vues = new ResizeObserver((entrees) => {
    for (const { target } of entrees) {
      const figure = target.closest('figure')
      const large = target.clientWidth
      if (large > ETROIT && Math.abs(large - largeurDessinee(figure)) > JEU) void essayer(figure)
    }
  })

  const offrirPlus = (figure) => {
    const pied = figure.querySelector('.chart-foot')
    const bouton = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Agrandir' })
    bouton.setAttribute('aria-pressed', 'false')
    bouton.className = 'agrandir'
    bouton.addEventListener('click', () => {
      const agrandie = figure.classList.toggle('agrandie')
      bouton.setAttribute('aria-pressed', String(agrandie))
      void essayer(figure)
      figure.scrollIntoView({ block: 'start' })
    })
    pied.querySelector('.emporter')?.prepend(bouton)
  }

  const suivre = () => {
    vues.disconnect()
    for (const figure of document.querySelectorAll('figure.chart[data-lignes]')) {
      if (!figure.querySelector('.agrandir')) offrirPlus(figure)
      vues.observe(figure.querySelector('.chart-body'))
    }
  }
  suivre()
  document.addEventListener('page-remplacee', suivre)
}
