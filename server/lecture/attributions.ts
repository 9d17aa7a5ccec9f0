import { type Mois, moisPlus } from '../../ingest/socle/jour.ts'
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
import type { Niveau } from '../../metrics/resultat.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import { listCategories } from '../../web/categories.ts'
import { type FicheIndicateur, seuilEn } from '../../web/fiche-indicateur.ts'
import type { Guichet } from '../../web/guichet.ts'
import type {
  AttributionsDuGuichet,
  CompletudeAttributions,
  DelaisEntite,
  MesureAttributions,
} from '../../web/modeles/attributions.ts'
import { partGroupee } from '../../web/modeles/attributions.ts'
import { exigerEntite } from '../acces/lecteur.ts'
import { dansLaPortee, type Portee } from '../acces/portee.ts'
import { type Lecture, lignesAffichees } from './donnees.ts'
import { unefois } from './memoire.ts'
import { guichetsDuTerritoire } from './territoires.ts'

/** Months of signature that the lag is told of. */
const MOIS_DU_DELAI = 3

const seuilDuDelai = (fiches: readonly FicheIndicateur[], instantane: string): number => {
  const fiche = fiches.find(({ code }) => code === 'delai_attribution')
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

/** What is the same for everybody who may look at attributions; guichets and services are told apart, to be narrowed. */
const lireCommun = async (
  { lecteur: { base }, territoire, calcule }: Lecture,
  etat: EtatAttributions,
  demandee: string | undefined,
) => {
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
  const guichets = new Map((await guichetsDuTerritoire(base, territoire, calcule)).map((g) => [g.code, g]))
  const concerne = (code: string) => categorie === null || guichets.get(code)?.categorie === categorie
  const retro = await lireRetro(connection, territoire, instantane, cible)
  const groupes = grouper(await lireJours(connection, territoire, etat))
    .filter(({ guichet }) => concerne(guichet))
    .map((groupe) => ({ ...groupe, libelle: guichets.get(groupe.guichet)?.libelle ?? groupe.guichet }))
    .sort((a, b) => b.part - a.part)
  return {
    mesure: {
      ...{ instantane, categories, categorie, estimations, moisDefinitifs, partGroupee: partGroupee(groupes) },
      delais:
        moisDefinitifs.length === 0 ? null : reunirDelais(siennes.filter(({ mois }) => moisDefinitifs.includes(mois))),
      delaisAvant: avant.length < moisDefinitifs.length || avant.length === 0 ? null : reunirDelais(avant),
      triangle: await lireTriangle(connection, territoire, etat, cible),
      filEtConsolide: await lireFilEtConsolide(connection, territoire, etat, cible),
      completude: sommerCompletude(
        (await lireCompletude(connection, territoire, calcule)).filter(({ guichet }) => concerne(guichet)),
      ),
      retro: { lignes: retro, bilan: bilanRetro(retro) },
    },
    concerne,
    groupes,
    services: parEntite(
      lignes.filter(
        (ligne) =>
          ligne.niveau === 'SERVICE' &&
          connus.includes(ligne.mois) &&
          (categorie === null || ligne.categorie === categorie),
      ),
    ),
    silences: await lireSilences(connection, territoire, etat),
    signalees: (await lireSignalees(connection, territoire, etat)).filter(({ guichet }) => concerne(guichet)),
  }
}

const desServices = (services: readonly DelaisEntite[], portee: Portee): DelaisEntite[] =>
  dansLaPortee(
    services.map(({ code, ...reste }) => ({ niveau: 'SERVICE' as const, entite: code, ...reste })),
    portee,
  )
    .map(({ entite, libelle, delais }) => ({ code: entite, libelle, delais }))
    .sort((a, b) => b.delais.n - a.delais.n)

const vueDe = (portee: Portee): MesureAttributions['vue'] => {
  if (portee.entiere) return 'TOUS'
  return portee.guichets.length > 0 ? 'SIENS' : 'AUCUN'
}

/**
 * What the month's snapshot says of attributions, as far as the person sees; the reason where it does not allow it.
 * Totals are everybody's; guichets, services and what asks to be looked at are those of the person's scope.
 */
export const mesureAttributions = async (
  lecture: Lecture,
  fiches: readonly FicheIndicateur[],
  demandee: string | undefined,
): Promise<MesureAttributions | string> => {
  const { lecteur, portee, territoire, calcule } = lecture
  const voitCategorie = (entite: string) => portee.voit({ niveau: 'CATEGORIE', entite })
  if (demandee) exigerEntite(portee, { niveau: 'CATEGORIE', entite: demandee })
  const etat = await etatAu(lecteur.base.connection, territoire, calcule.instantane)
  if (etat === null) return 'Les attributions de cet instantané n’ont pas encore été mesurées.'
  if (etat.motif !== null)
    return `La colonne ${etat.motif.replace('COLONNE_VIDE ', '')} n’est pas remplie dans cet instantané : les attributions ne peuvent pas être suivies.`
  const cle = `attributions ${territoire} ${calcule.mois} ${demandee ?? ''}`
  const commun = await unefois(lecteur.base, cle, () => lireCommun(lecture, etat, demandee))
  const affichees = await lignesAffichees(lecture)
  const vue = vueDe(portee)
  const voitGuichet = (entite: string) => portee.voit({ niveau: 'GUICHET', entite })
  const manquantes = affichees.filter(
    ({ niveau, indicateur }) => niveau === 'SERVICE' && indicateur === 'attributions_manquantes',
  )
  return {
    ...commun.mesure,
    ...{ vue, seuil: seuilDuDelai(fiches, etat.instantane) },
    categories: commun.mesure.categories.filter(voitCategorie),
    services: desServices(commun.services, portee),
    lents: listerLents(affichees).filter(({ entite }) => commun.concerne(entite)),
    groupes: commun.groupes.filter(({ guichet }) => voitGuichet(guichet)),
    manquantes: calcule.motifs.attributions_manquantes === undefined ? manquantes : null,
    silences: commun.silences.filter(
      ({ service }) => vue !== 'AUCUN' && portee.voit({ niveau: 'SERVICE', entite: service }),
    ),
    signalees: compterNatures(commun.signalees.filter(({ guichet }) => vue !== 'SIENS' || voitGuichet(guichet))),
  }
}

/**
 * What a guichet's page tells of its attributions, beside its category's where the person sees that. Null where it recorded
 * none.
 */
export const attributionsDuGuichet = async (
  { lecteur: { base }, portee, territoire, calcule }: Lecture,
  fiches: readonly FicheIndicateur[],
  { code, categorie }: Guichet,
): Promise<AttributionsDuGuichet | null> => {
  const cible = { niveau: 'GUICHET' as Niveau, entite: code }
  exigerEntite(portee, cible)
  const lues = await unefois(base, `attributions du guichet ${territoire} ${calcule.mois} ${code}`, async () => {
    const { connection } = base
    const etat = await etatAu(connection, territoire, calcule.instantane)
    if (etat === null || etat.motif !== null) return null
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
      ...{ instantane: etat.instantane, mois, delais, jours, seuil: seuilDuDelai(fiches, etat.instantane) },
      pairs: parEntite(pairs)[0] ?? null,
      estimations: await lireEstimations(connection, territoire, etat, etat.instantane, cible),
      groupement: grouper(jours)[0] ?? null,
      completude: sommerCompletude(completude),
    }
  })
  const voitSesPairs = categorie !== null && portee.voit({ niveau: 'CATEGORIE', entite: categorie })
  return lues === null || voitSesPairs ? lues : { ...lues, pairs: null }
}
