import type { Jour } from '../../../ingest/socle/jour.ts'
import { direSemestre } from '../../../ingest/socle/semestre.ts'
import { faitsMarquants, titreDuSemestre } from '../../../reports/narrative/faits-marquants.ts'
import { propositions } from '../../../reports/narrative/propositions.ts'
import { chiffresClesDe } from '../../../reports/publication/figer.ts'
import type { ChampASaisir } from '../../../reports/rapport.ts'
import type { MatiereDuSemestre } from '../../../reports/rapports/matiere.ts'
import { RAPPORTS_DU_SEMESTRE } from '../../../reports/rapports/registry.ts'
import type { Recapitulatif } from '../../../web/components/rapports/actes.tsx'
import type { ChiffresDits } from '../../../web/components/rapports/changements.tsx'
import type { RapportListe } from '../../../web/components/rapports/liste.tsx'
import type { ChampVu, PublieVu, RapportVu, SectionVue } from '../../../web/rapport-vue.ts'
import { type ChampPropose, DESTINATAIRES, type Destinataire, estChampPropose } from '../../../web/rapports.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import { minuteDe } from '../../horloge.ts'
import { lireSaisiesDeRapport, type SaisieDeRapport } from '../../state/rapports.ts'
import { nommerAuteurs } from '../auteurs.ts'
import { proprietaireDe, textesDe } from './matiere-de.ts'
import { estFini, lireRapports } from './rapports.ts'

/** The reports that a person sees, with whether their semester is over. */
export const listerRapports = async (lecteur: Lecteur, territoire: string, aujourdhui: Jour): Promise<RapportListe[]> =>
  (await lireRapports(lecteur, territoire)).map((rapport) => ({ rapport, fini: estFini(rapport.semestre, aujourdhui) }))

/** What the figures propose, a sentence a line. */
export const proposerTexte = (champ: ChampPropose, matiere: MatiereDuSemestre): string => {
  if (champ === 'titre') return titreDuSemestre(matiere)
  const constats = champ === 'decisions' ? propositions(matiere) : faitsMarquants(matiere)
  return constats.map(({ texte }) => texte).join('\n')
}

const SYNTHESE: readonly ChampASaisir[] = [
  { code: 'titre', libelle: 'Phrase de tête', aide: 'La phrase à retenir.' },
  { code: 'faits_marquants', libelle: 'Faits marquants', aide: 'Un fait par ligne ; les cinq premiers paraissent.' },
  { code: 'decisions', libelle: 'Décisions demandées', aide: 'Une décision par ligne.' },
]

/** The fields that each part of a report offers, its sentences first. */
export const champsOfferts = (pour: Destinataire): { titre: string; champs: readonly ChampASaisir[] }[] => {
  const { sections, annexes } = RAPPORTS_DU_SEMESTRE[pour]
  const autres = [...sections, ...annexes].map(({ titre, champs = [] }) => ({
    titre,
    champs: champs.filter(({ code }) => !estChampPropose(code)),
  }))
  return [{ titre: 'Synthèse', champs: SYNTHESE }, ...autres].filter(({ champs }) => champs.length > 0)
}

/** Whether a report offers a field. */
export const estOffert = (pour: Destinataire, champ: string): boolean =>
  champsOfferts(pour).some(({ champs }) => champs.some(({ code }) => code === champ))

const versChamp = (
  champ: ChampASaisir,
  pour: Destinataire,
  saisies: readonly SaisieDeRapport[],
  matiere: MatiereDuSemestre,
  nommer: (qui: string) => string,
): ChampVu => {
  const lu = textesDe(saisies, pour).get(champ.code)
  const siennes = saisies.filter(
    (saisie) => saisie.champ === champ.code && saisie.destinataire === proprietaireDe(champ.code, pour),
  )
  return {
    ...champ,
    propose: estChampPropose(champ.code) ? proposerTexte(champ.code, matiere) : null,
    saisi: lu === undefined ? null : { texte: lu.texte, par: nommer(lu.par), le: minuteDe(lu.le) },
    avant: siennes.filter(({ id, texte }) => id !== lu?.id && texte !== '').length,
    aussi: estChampPropose(champ.code)
      ? []
      : DESTINATAIRES.filter((autre) => autre !== pour && estOffert(autre, champ.code)),
  }
}

/** What is typed of a report, part by part, beside what is proposed. */
export const lireSections = async (
  lecteur: Lecteur,
  territoire: string,
  { pour, semestre }: RapportVu,
  matiere: MatiereDuSemestre,
): Promise<SectionVue[]> => {
  const saisies = await lireSaisiesDeRapport(lecteur.etat, territoire, semestre.code)
  const nommer = await nommerAuteurs(lecteur)
  return champsOfferts(pour).map(({ titre, champs }) => ({
    titre,
    champs: champs.map((champ) => versChamp(champ, pour, saisies, matiere, nommer)),
  }))
}

const LECTEURS: Readonly<Record<Destinataire, string>> = {
  prefet: 'le préfet, la direction départementale',
  partenaires: 'les partenaires, la direction départementale',
  copil: 'le comité de pilotage, la direction départementale',
}

/** What is about to be published, told before it is. */
export const recapituler = (
  { pour, version }: RapportVu,
  { instantanes }: MatiereDuSemestre,
  sections: readonly SectionVue[],
): Recapitulatif => {
  const champs = sections.flatMap((section) => section.champs)
  return {
    version,
    instantanes: instantanes.map(({ date }) => date),
    champsSaisis: champs.filter(({ saisi }) => saisi !== null).length,
    champsOfferts: champs.length,
    lecteurs: LECTEURS[pour],
  }
}

/** The key figures of a report beside those of the one published before: the version before, else the semester before. */
export const comparer = (
  { semestre, publies }: RapportVu,
  precedent: PublieVu | null,
  matiere: MatiereDuSemestre | null,
): { readonly ici: ChiffresDits; readonly avant: ChiffresDits } | null => {
  const derniere = publies.at(-1)
  const projet = matiere === null ? null : { titre: 'Projet', chiffres: chiffresClesDe(matiere) }
  const publiee = derniere && { titre: direSemestre(semestre), chiffres: derniere.chiffres }
  const ancienne = precedent && { titre: 'Semestre précédent', chiffres: precedent.chiffres }
  if (projet !== null && derniere !== undefined)
    return { ici: projet, avant: { titre: `Version ${derniere.version}`, chiffres: derniere.chiffres } }
  const ici = projet ?? publiee
  return ici === undefined || ancienne === null ? null : { ici, avant: ancienne }
}
