import { describe, expect, it } from 'vitest'
import { debutMois, finMois, moisDe } from '../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../metrics/engine/mois-calcules.ts'
import { listerEnregistrements } from '../../metrics/enregistrements.ts'
import { lireIndicateurs } from '../../metrics/lire.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { dossierTemporaire, ouvrirBase } from '../base.ts'
import { ecrireSerie } from '../oracle/fabrique.ts'

/** A draw that is the same at every run: one figure in `pas`, from a different start each time. */
const tirer = <T>(liste: readonly T[], combien: number): T[] => {
  const pas = Math.max(1, Math.floor(liste.length / combien))
  return liste.filter((_, i) => i % pas === 0).slice(0, combien)
}

const attendu = (ligne: LigneIndicateur, tous: boolean): number => {
  const unite = indicateurDe(ligne.indicateur)?.unite
  if (unite === 'nombre') return ligne.valeur ?? 0
  return (unite === 'jours' || tous ? ligne.denominateur : ligne.numerateur) ?? 0
}

describe('les enregistrements derrière un chiffre', () => {
  it.each([3, 21])(
    'sont aussi nombreux que le chiffre le dit, au numérateur et au dénominateur (série %i)',
    async (graine) => {
      const serie = ecrireSerie(dossierTemporaire(), graine)
      const { base, charger } = await ouvrirBase()
      for (const { dossier } of serie) await charger(dossier, { tolerance: 1, toleranceValeurs: 1 })
      const territoire = (await charger(serie[0]?.dossier ?? '', { tolerance: 1, toleranceValeurs: 1 })).territoire
      const lignes: LigneIndicateur[] = []
      for (const { mois } of await lireMoisCalcules(base.connection, territoire))
        lignes.push(
          ...(await lireIndicateurs(base.connection, { territoire, debut: debutMois(mois), fin: finMois(mois) })),
        )
      const interessantes = lignes.filter((ligne) => attendu(ligne, true) > 0)
      const tirees = [...tirer(interessantes, 90), ...tirer(lignes, 20)]
      const ecarts: string[] = []
      for (const ligne of tirees)
        for (const tous of [false, true]) {
          const demande = {
            territoire,
            indicateur: ligne.indicateur as never,
            debut: ligne.debut,
            fin: ligne.fin,
            niveau: ligne.niveau,
            entite: ligne.entite,
            tous,
          }
          let n = 0
          for await (const enregistrement of listerEnregistrements(base.connection, demande))
            n +=
              ligne.indicateur === 'attributions_manquantes'
                ? Number(tous ? enregistrement.baux_signes : enregistrement.manquantes)
                : 1
          if (n !== attendu(ligne, tous))
            ecarts.push(
              `${moisDe(ligne.debut)} ${ligne.niveau} ${ligne.entite} ${ligne.indicateur} ${tous ? 'tous' : ''} : ${n} au lieu de ${attendu(ligne, tous)}`,
            )
        }
      expect(tirees.length).toBeGreaterThan(100)
      expect(ecarts).toEqual([])
    },
  )
})
