import { listPagesDeLAgenda } from './pages-agenda.tsx'
import { listPagesDesHabilitations } from './pages-habilitations.tsx'

/** The calendar, the habilitations and the gestionnaire's own activity. */
export const listPagesDeGestion = () => ({ ...listPagesDeLAgenda(), ...listPagesDesHabilitations() })
