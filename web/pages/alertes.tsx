import { formatMois } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { type Mois, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import { type AlerteQualifiee, direQualifications, LONGUEUR_EXPLICATION } from '../alertes.ts'
import type { Refus } from '../chargement.ts'
import { AlertesQualifiees } from '../components/alertes-qualifiees.tsx'
import { Panneau, Section } from '../components/blocs.tsx'
import { Choix, Formulaire, ZoneTexte } from '../components/champ.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { lien } from '../liens.ts'

export interface AlertesProps {
  readonly contexte: Contexte
  readonly mois: Mois
  readonly alertes: readonly AlerteQualifiee[]
  readonly raisons: readonly (readonly [code: string, libelle: string])[]
  readonly peutExpliquer: boolean
  /** What was typed, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
  readonly exports: readonly LienExport[]
  readonly refus?: Refus
  readonly fait?: string
}

const MOIS_OFFERTS = 12

const Expliquer = ({ contexte, mois, alertes, raisons, saisie }: AlertesProps) => {
  const aTraiter = alertes.filter(({ etat }) => etat === 'A_TRAITER')
  if (aTraiter.length === 0) return null
  return (
    <Panneau
      id="expliquer"
      titre="Expliquer une alerte"
      precision={fr('Elle revient à traiter passé ce mois, ou dès que sa valeur dépasse l’intervalle d’aujourd’hui')}
    >
      <Formulaire action={lien(contexte, '/alertes')} nom="Expliquer une alerte" bouton="Enregistrer l’explication">
        <Choix
          prefixe="ex"
          nom="ligne"
          libelle="Alerte"
          options={aTraiter.map(({ cle, fiche, libelle }) => [cle, `${libelle}, ${fiche.libelle}`] as const)}
          valeur={saisie.ligne ?? contexte.requete.ligne ?? ''}
        />
        <Choix prefixe="ex" nom="raison" libelle="Raison" options={raisons} valeur={saisie.raison ?? ''} />
        <Choix
          prefixe="ex"
          nom="jusqua"
          libelle="Jusqu’au mois"
          options={moisEntre(mois, moisPlus(mois, MOIS_OFFERTS)).map((m) => [m, formatMois(m)] as const)}
          valeur={saisie.jusqua ?? moisPlus(mois, 1)}
        />
        <ZoneTexte
          prefixe="ex"
          nom="texte"
          libelle="Explication"
          aide="Ce qui s’est passé, et d’où on le sait. Ni numéro unique ni nom de demandeur."
          longueur={LONGUEUR_EXPLICATION}
          valeur={saisie.texte ?? ''}
          obligatoire
        />
      </Formulaire>
    </Panneau>
  )
}

/** The lines in alert in the latest month: explained until a month, followed by a measure, or to be treated. */
export const Alertes = (p: AlertesProps) => {
  const { contexte, alertes, mois } = p
  const rangs = { A_TRAITER: 0, EXPLIQUE: 1, EN_MESURE: 2 }
  const rangees = alertes.toSorted((a, b) => rangs[a.etat] - rangs[b.etat])
  return (
    <Page contexte={contexte} titre="Alertes" periode={false}>
      <Tete titre="Alertes" exports={alertes.length === 0 ? [] : p.exports}>
        {alertes.length === 0
          ? `Aucune ligne n’est en alerte en ${formatMois(mois)}.`
          : fr(`${compte(alertes.length, 'alerte')} en ${formatMois(mois)} : ${direQualifications(alertes)}.`)}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
      {alertes.length === 0 ? null : (
        <Section id="liste" titre="Chaque alerte" precision="Celles à traiter d’abord">
          <AlertesQualifiees contexte={contexte} alertes={rangees} />
        </Section>
      )}
      {p.peutExpliquer ? <Expliquer {...p} /> : null}
    </Page>
  )
}
