import { listPagesDeLAgenda } from './pages-agenda.tsx'
import { listPagesDesDemarches } from './pages-demarches.tsx'
import { listPagesDesHabilitations } from './pages-habilitations.tsx'
import { listPagesDuRegistre } from './pages-registre.tsx'

/** The calendar, the démarches, the habilitations, the register and the gestionnaire's own activity. */
export const listPagesDeGestion = () => ({
  ...listPagesDeLAgenda(),
  ...listPagesDesDemarches(),
  ...listPagesDesHabilitations(),
  ...listPagesDuRegistre(),
})
