import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Alea } from './alea.ts'
import type { Atelier } from './atelier.ts'
import { ecrireBaux } from './baux.ts'
import type { Equilibre } from './calibrer.ts'
import { direChangements } from './changements/dire-changements.ts'
import { PROFIL } from './changements/lexiques.ts'
import { quantile } from './delais.ts'
import { ecrireFlux } from './flux.ts'
import { guichetsCsv } from './guichets-csv.ts'
import { BOM, SAUT } from './ligne.ts'
import { direLieux } from './menages/lieux.ts'
import { type Monde, pratiqueDe } from './monde.ts'
import type { OptionsGenerer } from './options.ts'
import { Sortie } from './sortie.ts'
import { tauxChanges, tauxVrais } from './taux-vrais.ts'

const ecrireJson = (chemin: string, valeur: unknown): Promise<void> =>
  writeFile(chemin, `${JSON.stringify(valeur, null, 1)}\n`)

const ecrireSortie = async (chemin: string, remplir: (sortie: Sortie) => void): Promise<void> => {
  const sortie = new Sortie(chemin)
  remplir(sortie)
  await sortie.fermer()
}

/** The other files of the k-th snapshot: what it is, its register, its messages and its leases. */
export const ecrireAnnexes = async (dossier: string, atelier: Atelier, graine: number, k: number): Promise<void> => {
  const { monde, compteurs, parutions } = atelier
  const jour = parutions.jours[k] as number
  const { calendrier } = monde
  const [j, m, a] = (calendrier.textes[jour] as string).split('/')
  await ecrireJson(join(dossier, 'instantane.json'), {
    version: 1,
    territoire: monde.territoire.code,
    date: `${a}-${m}-${j}`,
    source: `Département inventé, graine ${graine}`,
    synthetique: true,
  })
  await writeFile(join(dossier, 'guichets.csv'), guichetsCsv(monde, jour))
  const alea = new Alea(graine, `flux ${jour}`)
  await ecrireSortie(join(dossier, 'flux.csv'), (s) => ecrireFlux(s, compteurs, monde, jour, alea))
  await ecrireSortie(join(dossier, 'baux.csv'), (s) => ecrireBaux(s, compteurs, monde, jour))
}

/** How each landlord's guichet records its leases on a day. */
const bailleurs = (monde: Monde, jour: number) =>
  monde.guichets.flatMap((g, rang) => {
    if (g.partAttributions === 0) return []
    const { cadence, delaiAttribution, bauxNonEnregistres } = pratiqueDe(monde, rang, jour)
    return [
      {
        guichet: g.code,
        service: g.service,
        siren: g.siren,
        part: g.partAttributions,
        cadence,
        mediane: quantile(delaiAttribution.parts, 0.5),
        p90: quantile(delaiAttribution.parts, 0.9),
        non_enregistres: bauxNonEnregistres,
      },
    ]
  })

/** The truth that does not depend on the households: true rates, what changes, landlords' ways at last, what was supposed. */
export const ecrireVerite = async (
  dossier: string,
  { monde, compteurs, lieux, dernier }: Atelier,
  equilibre: Equilibre,
  options: OptionsGenerer,
  hypotheses: readonly string[],
): Promise<void> => {
  const annee = Number(options.fin.slice(0, 4)) - 1
  const { territoire, demandes, mois, fin, graine } = options
  await ecrireJson(join(dossier, 'taux.json'), tauxVrais(monde, annee, equilibre))
  await ecrireJson(join(dossier, 'bailleurs.json'), bailleurs(monde, dernier))
  await ecrireJson(join(dossier, 'profil.json'), PROFIL)
  const changements = direChangements(monde, tauxChanges(monde, annee, equilibre), compteurs)
  for (const [nom, lignes] of Object.entries({ ...changements, 'lieux.csv': direLieux(lieux) }))
    await ecrireSortie(join(dossier, nom), (s) => s.ecrire(BOM + lignes.join(SAUT) + SAUT))
  await ecrireJson(join(dossier, 'parametres.json'), { territoire, demandes, mois, fin, graine, hypotheses })
}
