/* « / » or Ctrl K opens the search, wherever one is not writing. Without this it opens from the banner. */
document.addEventListener('keydown', (evenement) => {
  const combinee = (evenement.ctrlKey || evenement.metaKey) && evenement.key.toLowerCase() === 'k'
  const simple = evenement.key === '/' && !evenement.ctrlKey && !evenement.metaKey && !evenement.altKey
  if (!combinee && !(simple && !evenement.target.closest('input, textarea, select'))) return
  const menu = document.querySelector('details.cherche')
  if (!menu) return
  evenement.preventDefault()
  menu.open = true
  menu.querySelector('input[type="search"]').focus()
})
