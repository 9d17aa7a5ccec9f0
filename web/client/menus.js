/* Menus close as people expect: on Escape, and when one clicks or tabs elsewhere. Without this they stay open. */
{
  const close = (menu, refocus) => {
    menu.open = false
    if (refocus) menu.querySelector('summary')?.focus()
  }
  const ouverts = () => document.querySelectorAll('details.menu[open]')

  document.addEventListener('click', (evenement) => {
    for (const menu of ouverts()) if (!menu.contains(evenement.target)) close(menu, false)
  })
  document.addEventListener('focusin', (evenement) => {
    for (const menu of ouverts()) if (!menu.contains(evenement.target)) close(menu, false)
  })
  document.addEventListener('keydown', (evenement) => {
    if (evenement.key === 'Escape') for (const menu of ouverts()) close(menu, menu.contains(document.activeElement))
  })
}
