/* The form of a sample is filled at the keyboard: 1, 2 or 3 answers where the focus is and goes on. Enter, as in any form, sends it. */
document.addEventListener('keydown', (evenement) => {
  if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return
  const formulaire = document.querySelector('form[data-fiche]')
  if (!formulaire || evenement.target.closest('input:not([type="radio"]), textarea, select')) return
  const groupes = [...formulaire.querySelectorAll('fieldset')]
  const ici = evenement.target.closest('fieldset')
  const groupe = groupes.includes(ici) ? ici : (groupes.find((un) => !un.querySelector(':checked')) ?? groupes[0])
  const choix = groupe.querySelectorAll('input[type="radio"]')[Number(evenement.key) - 1]
  if (!choix) return
  choix.checked = true
  if (choix.value === 'NON_CONFORME') return formulaire.querySelector('[name="champ"]').focus()
  const suivant = groupes[groupes.indexOf(groupe) + 1]
  const arrivee = suivant?.querySelector(':checked') ?? suivant?.querySelector('input')
  ;(arrivee ?? formulaire.querySelector('[type="submit"]')).focus()
})
