import { listPagesDeLAgenda } from './pages-agenda.tsx'
import { listPagesDesDemarches } from './pages-demarches.tsx'
import { listPagesDesHabilitations } from './pages-habilitations.tsx'

/** The calendar, the démarches, the habilitations and the gestionnaire's own activity. */
export const listPagesDeGestion = () => ({
  ...listPagesDeLAgenda(),
  ...listPagesDesDemarches(),
  ...listPagesDesHabilitations(),
})
