/* A page made to be printed offers it where scripts run: the browser's own command does the same without them. */
for (const bouton of document.querySelectorAll('[data-imprimer]')) {
  bouton.hidden = false
  bouton.addEventListener('click', () => window.print())
}
