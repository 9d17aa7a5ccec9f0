import { listPagesDeLAgenda } from './pages-agenda.tsx'
import { listPagesDesControles } from './pages-controles.tsx'
import { listPagesDesDemarches } from './pages-demarches.tsx'
import { listPagesDesMesures } from './pages-mesures.tsx'

/** The pages of the gestionnaire's own work. */
export const listPagesDeLaGestion = () => ({
  ...listPagesDeLAgenda(),
  ...listPagesDesControles(),
  ...listPagesDesDemarches(),
  ...listPagesDesMesures(),
})
