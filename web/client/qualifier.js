/* Groups are qualified at the keyboard: 1 to 4 choose, N and P go to the next or the previous group. Nothing is sent by a key. */
document.addEventListener('keydown', (evenement) => {
  if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return
  const formulaire = document.querySelector('form[data-qualifier]')
  if (!formulaire || evenement.target.closest('input:not([type="radio"]), textarea, select')) return
  const choix = formulaire.querySelectorAll('input[name="verdict"]')[Number(evenement.key) - 1]
  if (choix) {
    choix.checked = true
    choix.focus()
  }
  const lien = { n: 'next', p: 'prev' }[evenement.key.toLowerCase()]
  if (lien) document.querySelector(`a[rel="${lien}"]`)?.click()
})
