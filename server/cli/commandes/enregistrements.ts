import { tableauDesDossiers } from '../../../reports/tableau/enregistrements.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import { demanderEnregistrements } from '../../acces/porte/enregistrements.ts'
import { avecLecteur } from '../../acces/terminal.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import { lireCible, type OptionsCible } from '../cible.ts'
import type { Environnement } from '../environnement.ts'
import { lirePeriode } from '../jours.ts'
import { writeAnswer } from '../sortie.ts'

export interface OptionsEnregistrements extends OptionsCible {
  readonly base: string
  readonly debut: string
  readonly fin: string
  readonly tous?: boolean
  readonly format: Format
  readonly sortie?: string
}

/** Answers the records behind a figure, as they are read. */
export const enregistrements = (env: Environnement, options: OptionsEnregistrements): Promise<void> => {
  const { debut, fin } = lirePeriode(options)
  return env.avecBase(options.base, async (base) => {
    const demande = { ...(await lireCible(base, options)), debut, fin, tous: options.tous ?? false }
    const instant = instantDe(env.maintenant())
    const donnes = await avecLecteur(base, env.acces, jourDe(env.maintenant()), (lecteur) =>
      demanderEnregistrements(lecteur, demande, { action: 'EXPORT', instant, forme: options.format }),
    )
    try {
      const tableau = tableauDesDossiers(donnes, { maintenant: instant, version: env.version })
      await writeAnswer(env, writeTableau(tableau, options.format), options.sortie)
      const effaces = await donnes.compterEffaces()
      if (effaces > 0)
        env.dire(
          `${effaces} enregistrement(s) de ce chiffre ont été effacés à leur terme d’effacement : le chiffre reste, la liste ne les montre plus.`,
        )
    } finally {
      donnes.fermer()
    }
  })
}
