/* The progress of an examination or a load, as the server tells it. Without this the page refreshes itself. */
{
  const suivi = document.querySelector('[data-suivi]')
  const annonce = suivi?.querySelector('[data-annonce]')

  const montrer = ({ etapes, annonce: texte, faites }) => {
    for (const [i, ligne] of suivi.querySelectorAll('[data-etape]').entries()) {
      const etape = etapes[i]
      if (!etape) continue
      ligne.dataset.etape = etape.etat
      ligne.querySelector('.w').textContent = etape.mot
      ligne.querySelector('use').setAttribute('href', etape.icone)
    }
    const barre = suivi.querySelector('progress[value]')
    if (barre) barre.value = faites
    if (annonce.textContent !== texte) annonce.textContent = texte
  }

  if (suivi) {
    const source = new EventSource(suivi.dataset.suivi)
    source.addEventListener('message', ({ data }) => {
      const etat = JSON.parse(data)
      montrer(etat)
      if (!etat.suite) return
      source.close()
      location.assign(etat.suite)
    })
    // What the server will not tell any more, the page itself does.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000)
    })
  }
}
