import type { Base } from '../../ingest/store/base.ts'
import { type Mois, moisPlus } from '../../ingest/store/jour.ts'
import { type CompletudeDuGuichet, lireCompletude } from '../../metrics/attributions/completude.ts'
import {
  type EtatAttributions,
  etatAu,
  type LigneAttributions,
  type LigneDelais,
  lireDelais,
  lireDelaisPasses,
  lireEstimations,
  lireFilEtConsolide,
  lireJours,
  lireSignalees,
  lireSilences,
  lireTriangle,
  reunirDelais,
} from '../../metrics/attributions/lire.ts'
import { grouper } from '../../metrics/attributions/lots.ts'
import { bilanRetro, lireRetro } from '../../metrics/attributions/retro.ts'
import { NATURES, type Nature } from '../../metrics/attributions/signalees.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { Niveau } from '../../metrics/resultat.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import { listCategories } from '../../web/categories.ts'
import { seuilEn } from '../../web/fiche-indicateur.ts'
import type { Guichet } from '../../web/guichet.ts'
import type {
  AttributionsDuGuichet,
  CompletudeAttributions,
  DelaisEntite,
  MesureAttributions,
} from '../../web/modeles/attributions.ts'
import { unefois } from '../services/lectures.ts'
import { guichetsDuMois, lignesAffichees } from './donnees.ts'
import { FICHES } from './fiches.ts'

/** Months of signature that the lag is told of. */
const MOIS_DU_DELAI = 3

const seuilDuDelai = (instantane: string): number => {
  const fiche = FICHES.find(({ code }) => code === 'delai_attribution')
  return (fiche && seuilEn(fiche, instantane)) ?? 0
}

const definitifs = (estimations: readonly LigneAttributions[]): Mois[] =>
  estimations.filter(({ provisoire }) => !provisoire).map(({ mois }) => mois)

const parEntite = (lignes: readonly LigneDelais[]): DelaisEntite[] => {
  const groupes = new Map<string, LigneDelais[]>()
  for (const ligne of lignes) groupes.set(ligne.entite, [...(groupes.get(ligne.entite) ?? []), ligne])
  return [...groupes.values()]
    .map((siennes) => ({
      code: siennes[0]?.entite ?? '',
      libelle: siennes[0]?.libelle ?? '',
      delais: reunirDelais(siennes),
    }))
    .filter(({ delais }) => delais.enregistrees > 0)
    .sort((a, b) => b.delais.n - a.delais.n || (a.code < b.code ? -1 : 1))
}

const sommerCompletude = (lignes: readonly CompletudeDuGuichet[]): CompletudeAttributions | null => {
  const [premiere] = lignes
  if (premiere === undefined || premiere.champs.length === 0) return null
  return {
    n: lignes.reduce((total, { n }) => total + n, 0),
    champs: premiere.champs.map(({ code, libelle }, i) => ({
      ...{ code, libelle },
      manquent: lignes.reduce((total, { champs }) => total + (champs[i]?.manquent ?? 0), 0),
    })),
  }
}

const compterNatures = (lignes: readonly { nature: Nature; n: number }[]): Record<Nature, number> => {
  const comptes = Object.fromEntries(Object.keys(NATURES).map((nature) => [nature, 0])) as Record<Nature, number>
  for (const { nature, n } of lignes) comptes[nature] += n
  return comptes
}

/** The state of each guichet's lag: the alert of the median, else that of the share beyond thirty days. */
const listerLents = (lignes: readonly LigneAffichee[]): LigneAffichee[] => {
  const lents = ['delai_attribution', 'attributions_hors_delai'].flatMap((code) =>
    lignes.filter(
      ({ niveau, indicateur, statut_affiche }) =>
        niveau === 'GUICHET' && indicateur === code && statut_affiche === 'ALERTE',
    ),
  )
  return lents.filter(({ entite }, i) => lents.findIndex((autre) => autre.entite === entite) === i)
}

/** What the month's snapshot says of attributions; the reason where it does not allow it. */
export const mesureAttributions = (
  base: Base,
  territoire: string,
  calcule: MoisCalcule,
  demandee: string | undefined,
): Promise<MesureAttributions | string> =>
  unefois(base, `attributions ${territoire} ${calcule.mois} ${demandee ?? ''}`, async () => {
    const { connection } = base
    const etat = await etatAu(connection, territoire, calcule.instantane)
    if (etat === null) return 'Les attributions de cet instantané n’ont pas encore été mesurées.'
    if (etat.motif !== null)
      return `La colonne ${etat.motif.replace('COLONNE_VIDE ', '')} n’est pas remplie dans cet instantané : les attributions ne peuvent pas être suivies.`
    return lireMesure(base, territoire, calcule, etat, demandee)
  })

const lireMesure = async (
  base: Base,
  territoire: string,
  calcule: MoisCalcule,
  etat: EtatAttributions,
  demandee: string | undefined,
): Promise<MesureAttributions> => {
  const { connection } = base
  const { instantane } = etat
  const lignes = await lireDelais(connection, territoire, etat, { niveaux: ['TERRITOIRE', 'CATEGORIE', 'SERVICE'] })
  const categories = listCategories(lignes.filter(({ niveau }) => niveau === 'CATEGORIE').map(({ entite }) => entite))
  const categorie = categories.find((code) => code === demandee) ?? null
  const cible =
    categorie === null
      ? { niveau: 'TERRITOIRE' as Niveau, entite: territoire }
      : { niveau: 'CATEGORIE' as Niveau, entite: categorie }
  const estimations = await lireEstimations(connection, territoire, etat, instantane, cible)
  const connus = definitifs(estimations)
  const moisDefinitifs = connus.slice(-MOIS_DU_DELAI)
  const siennes = lignes.filter(({ niveau, entite }) => niveau === cible.niveau && entite === cible.entite)
  const avant = await lireDelaisPasses(
    connection,
    territoire,
    cible,
    moisDefinitifs.map((mois) => moisPlus(mois, -12)),
  )
  const affichees = await lignesAffichees(base, territoire, calcule)
  const guichets = new Map((await guichetsDuMois(base, territoire, calcule)).map((g) => [g.code, g]))
  const concerne = (code: string) => categorie === null || guichets.get(code)?.categorie === categorie
  const retro = await lireRetro(connection, territoire, instantane, cible)
  const manquantes = affichees.filter(
    ({ niveau, indicateur }) => niveau === 'SERVICE' && indicateur === 'attributions_manquantes',
  )
  return {
    ...{ instantane, categories, categorie, estimations, moisDefinitifs },
    delais:
      moisDefinitifs.length === 0 ? null : reunirDelais(siennes.filter(({ mois }) => moisDefinitifs.includes(mois))),
    delaisAvant: avant.length < moisDefinitifs.length || avant.length === 0 ? null : reunirDelais(avant),
    triangle: await lireTriangle(connection, territoire, etat, cible),
    filEtConsolide: await lireFilEtConsolide(connection, territoire, etat, cible),
    services: parEntite(
      lignes.filter(
        (ligne) =>
          ligne.niveau === 'SERVICE' &&
          connus.includes(ligne.mois) &&
          (categorie === null || ligne.categorie === categorie),
      ),
    ),
    lents: listerLents(affichees).filter(({ entite }) => concerne(entite)),
    groupes: grouper(await lireJours(connection, territoire, etat))
      .filter(({ guichet }) => concerne(guichet))
      .map((groupe) => ({ ...groupe, libelle: guichets.get(groupe.guichet)?.libelle ?? groupe.guichet }))
      .sort((a, b) => b.part - a.part),
    completude: sommerCompletude(
      (await lireCompletude(connection, territoire, calcule)).filter(({ guichet }) => concerne(guichet)),
    ),
    retro: { lignes: retro, bilan: bilanRetro(retro) },
    manquantes: calcule.motifs.attributions_manquantes === undefined ? manquantes : null,
    silences: await lireSilences(connection, territoire, etat),
    signalees: compterNatures(
      (await lireSignalees(connection, territoire, etat)).filter(({ guichet }) => concerne(guichet)),
    ),
    seuil: seuilDuDelai(instantane),
  }
}

/** What a guichet's page tells of its attributions; null where it recorded none. */
export const attributionsDuGuichet = (
  base: Base,
  territoire: string,
  calcule: MoisCalcule,
  { code, categorie }: Guichet,
): Promise<AttributionsDuGuichet | null> =>
  unefois(base, `attributions du guichet ${territoire} ${calcule.mois} ${code}`, async () => {
    const { connection } = base
    const etat = await etatAu(connection, territoire, calcule.instantane)
    if (etat === null || etat.motif !== null) return null
    const cible = { niveau: 'GUICHET' as Niveau, entite: code }
    const mois = await lireDelais(connection, territoire, etat, cible)
    const delais = reunirDelais(mois)
    if (delais.enregistrees === 0) return null
    const pairs =
      categorie === null
        ? []
        : await lireDelais(connection, territoire, etat, { niveau: 'CATEGORIE', entite: categorie })
    const jours = (await lireJours(connection, territoire, etat)).filter(({ guichet }) => guichet === code)
    const completude = (await lireCompletude(connection, territoire, calcule)).filter(({ guichet }) => guichet === code)
    return {
      ...{ instantane: etat.instantane, mois, delais, jours, seuil: seuilDuDelai(etat.instantane) },
      pairs: parEntite(pairs)[0] ?? null,
      estimations: await lireEstimations(connection, territoire, etat, etat.instantane, cible),
      groupement: grouper(jours)[0] ?? null,
      completude: sommerCompletude(completude),
    }
  })
