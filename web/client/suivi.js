/* The progress of an import, without asking for the whole page again. Without this the page refreshes itself. */
{
  const suivi = document.querySelector('[data-suivi]')
  const barre = suivi?.querySelector('progress')
  const annonce = suivi?.querySelector('[data-annonce]')

  const ask = async () => {
    const reponse = await fetch(suivi.dataset.suivi, { headers: { accept: 'application/json' } })
    if (!reponse.ok) return
    const etat = await reponse.json()
    if (etat.suite) location.assign(etat.suite)
    if (barre && typeof etat.avancement === 'number') barre.value = etat.avancement
    const etape = etat.etapes?.find((e) => e.etat === 'en_cours')
    const texte = etape ? [etape.libelle, etape.detail].filter(Boolean).join(' : ') : ''
    if (annonce && texte !== '' && annonce.textContent !== texte) annonce.textContent = texte
    for (const [i, { etat: avancee }] of (etat.etapes ?? []).entries()) {
      const ligne = suivi.querySelectorAll('[data-etape]')[i]
      if (ligne) ligne.dataset.etape = avancee
    }
  }

  if (suivi) setInterval(() => ask().catch(() => {}), 1000)
}
