import { formatJour } from '../../ingest/socle/francais/format.ts'
import { capitale } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { openAtelier } from '../charts/atelier.ts'
import { Section } from '../components/blocs.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { ActePropose } from '../components/mesures/acte-propose.tsx'
import { Contradictoire } from '../components/mesures/contradictoire.tsx'
import { DocumentsMesure } from '../components/mesures/documents.tsx'
import { Etapes } from '../components/mesures/etapes.tsx'
import { estOfferte, FormulairesMesure, type FormulairesProps } from '../components/mesures/formulaires.tsx'
import { HistoireMesure } from '../components/mesures/histoire.tsx'
import { LigneMesure } from '../components/mesures/ligne.tsx'
import { ListesMesure } from '../components/mesures/listes.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { LienExport } from '../contexte.ts'
import type { MesureVue } from '../mesure-vue.ts'
import { ETATS_MESURE } from '../mesures.ts'
import { direMouvement, objetDe, rangEtape, reperesDe } from '../modeles/mesures.ts'

export interface MesureProps extends FormulairesProps {
  readonly exports: readonly LienExport[]
  readonly refus?: Refus
  readonly fait?: string
}

const ORDINAUX = ['première', 'deuxième', 'troisième'] as const

const identite = (mesure: MesureVue): string => {
  const rang = rangEtape(mesure.etat)
  return [
    `Mesure ${mesure.reference}`,
    ...(mesure.service === null ? [] : [`service ${mesure.service}`]),
    `ouverte le ${formatJour(mesure.ouverteLe)}`,
    mesure.closeLe === null
      ? `${ORDINAUX[rang] ?? ''} étape sur trois`
      : `${ETATS_MESURE.CLOSE.toLocaleLowerCase('fr')} le ${formatJour(mesure.closeLe)}`,
  ].join(' · ')
}

/** What the service owes at each step, and when it came; null while it has not. */
const duALEtape = (mesure: MesureVue): readonly [quoi: string, recu: string, le: Jour | null] =>
  mesure.etat === 'DEMANDE_FORMALISEE'
    ? ['Observations attendues', 'Observations reçues', mesure.observationsSurDemande]
    : ['Plan d’actions attendu', 'Plan d’actions reçu', mesure.planRecu]

/** The state of the answer: what the service owes, and when. */
const attente = (mesure: MesureVue): string => {
  if (mesure.etat === 'CLOSE') return 'La mesure est close.'
  if (mesure.etat === 'SIGNALEMENT_COPIL_PREFET')
    return `Signalée au comité de pilotage et au préfet le ${formatJour(mesure.signaleeLe)}.`
  const [attendu, recu, le] = duALEtape(mesure)
  if (mesure.enRetard) return `${attendu} depuis le ${formatJour(mesure.echeance)}.`
  return le === null ? `${attendu} pour le ${formatJour(mesure.echeance)}.` : `${recu} le ${formatJour(le)}.`
}

/** One measure: the next act, its three steps, how its figures move, what each side says, all that was done. */
export const PageMesure = async (p: MesureProps) => {
  const { contexte, mesure } = p
  const atelier = await openAtelier()
  const titre = `${mesure.nom}, ${objetDe(mesure)}`
  const [premiere] = mesure.lignes
  const estProposee = (acte: string) => mesure.proposition?.acte === acte
  const actes = mesure.possibles.filter((possible) => estOfferte(possible) && !estProposee(possible.acte))
  // Who answers, or only reads, begins with what each side says.
  const lit = mesure.proposition === null
  return (
    <Page contexte={contexte} titre={titre} fil={[{ libelle: 'Mesures', chemin: '/mesures' }]} periode={false}>
      <Tete titre={titre} identite={identite(mesure)} exports={p.exports}>
        {fr(`${attente(mesure)} ${premiere === undefined ? '' : capitale(direMouvement(premiere))}`)}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
      <ActePropose {...p} />
      {lit ? <Contradictoire mesure={mesure} /> : null}
      {actes.length === 0 ? null : (
        <Section id="agir" titre={mesure.proposition === null ? 'Votre réponse' : 'Autres actes'}>
          <FormulairesMesure {...p} actes={actes.map(({ acte }) => acte)} />
        </Section>
      )}
      <Etapes mesure={mesure} />
      {mesure.lignes.map((ligne) => (
        <Section id={`ligne-${ligne.id}`} titre={`${ligne.fiche.libelle}, ${ligne.libelle}`}>
          <LigneMesure contexte={contexte} ligne={ligne} reperes={reperesDe(mesure)} atelier={atelier} />
        </Section>
      ))}
      {lit ? null : <Contradictoire mesure={mesure} />}
      <ListesMesure contexte={contexte} mesure={mesure} />
      <DocumentsMesure contexte={contexte} mesure={mesure} />
      <HistoireMesure mesure={mesure} />
    </Page>
  )
}
