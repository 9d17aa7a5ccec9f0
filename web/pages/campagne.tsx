import { formatJour } from '../../ingest/socle/francais/format.ts'
import { capitale, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Defilement, Section } from '../components/blocs.tsx'
import { Champ, Formulaire } from '../components/champ.tsx'
import { Entetes } from '../components/entetes.tsx'
import { lienReponse } from '../components/habilitations/a-repondre.tsx'
import { Histoire } from '../components/habilitations/histoire.tsx'
import { LettreAPrendre } from '../components/lettre-a-prendre.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { ROLES } from '../components/roles-table.ts'
import { Icone } from '../components/sprite.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import type { CampagneVue, ReponseVue } from '../habilitation-vue.ts'
import { type ActeCampagne, ETATS_REPONSE } from '../habilitations.ts'
import { lien } from '../liens.ts'
import { attendues, direAvancement, direRelances, direReponse } from '../modeles/campagne.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'

export interface CampagneProps {
  readonly contexte: Contexte
  readonly campagne: CampagneVue
  /** The acts that the reader has at this step. */
  readonly possibles: readonly ActeCampagne[]
  /** What was typed, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
  /** Whether the letters to the services awaited are offered. */
  readonly lettres: boolean
  readonly exports: readonly LienExport[]
  readonly fait?: string
  readonly refus?: Refus
}

const RANGS = { ATTENDUE: 0, COMMENCEE: 1, SIGNEE: 2 } as const

export const COLONNES_REPONSES: readonly Colonne<ReponseVue>[] = [
  { cle: 'service', libelle: 'Service', valeur: ({ libelle }) => libelle },
  { cle: 'etat', libelle: 'Réponse', valeur: ({ etat }) => RANGS[etat] },
  { cle: 'agents', libelle: 'Agents', valeur: ({ agents }) => agents, nombre: true },
  { cle: 'relances', libelle: 'Relances', fortDabord: true, valeur: ({ relances }) => relances.at(-1) ?? null },
]

const Ligne = ({
  contexte,
  campagne,
  reponse,
  lettres,
}: Pick<CampagneProps, 'contexte' | 'campagne' | 'lettres'> & { reponse: ReponseVue }) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      <a href={lienReponse(contexte, campagne.id, reponse.service)}>{reponse.libelle}</a>
    </th>
    <td data-l="Réponse" {...ROLES.cellule}>
      <span>
        <Icone
          nom={reponse.etat === 'SIGNEE' ? 'ok' : campagne.enRetard ? 'late' : 'due'}
          classe={reponse.etat === 'SIGNEE' ? 'ok' : campagne.enRetard ? 'late' : ''}
        />{' '}
        {ETATS_REPONSE[reponse.etat]}
        {reponse.signee === null ? null : (
          <span class="sub">{`le ${formatJour(reponse.signee.le)}${reponse.signee.papier === '' ? '' : ', sur papier'}`}</span>
        )}
      </span>
    </td>
    <td class="num" data-l="Agents" {...ROLES.cellule}>
      {direReponse(reponse)}
    </td>
    <td data-l="Relances" {...ROLES.cellule}>
      {direRelances(reponse)}
      {lettres && reponse.etat !== 'SIGNEE' ? (
        <span class="sub">
          <LettreAPrendre
            dit={reponse.relances.length === 0 ? 'Lettre' : 'Lettre de relance'}
            pour={reponse.libelle}
            adresse={(forme) => lienReponse(contexte, campagne.id, reponse.service, `/lettre.${forme}`)}
          />
        </span>
      ) : null}
    </td>
  </tr>
)

const BOUTONS: Readonly<Record<Exclude<ActeCampagne, 'LANCER'>, string>> = {
  RELANCER: 'Relancer les services attendus',
  PROLONGER: 'Donner plus de temps',
  TERMINER: 'Terminer la revue',
  ROUVRIR: 'Rouvrir la revue',
}

const Acte = ({ acte, ...p }: CampagneProps & { readonly acte: Exclude<ActeCampagne, 'LANCER'> }) => {
  const rendue = p.saisie.acte === acte
  const restent = attendues(p.campagne).length
  const effets: Readonly<Partial<Record<ActeCampagne, string>>> = {
    RELANCER: `La relance est datée ; la lettre de chacun des ${restent} services se télécharge ci-dessous.`,
    TERMINER: 'Sa date est celle de l’obligation de l’année, dans l’agenda.',
  }
  const effet = effets[acte]
  return (
    <details class="plus actes-plies" open={rendue}>
      <summary>{BOUTONS[acte]}</summary>
      <Formulaire
        action={lien(p.contexte, `/habilitations/campagnes/${p.campagne.id}`)}
        nom={BOUTONS[acte]}
        bouton={BOUTONS[acte]}
        {...(effet === undefined ? {} : { precision: fr(effet) })}
      >
        <input type="hidden" name="acte" value={acte} />
        {acte === 'PROLONGER' ? (
          <Champ
            prefixe={acte}
            nom="jour"
            libelle="Réponses attendues pour le"
            type="date"
            valeur={rendue ? (p.saisie.jour ?? '') : ''}
            obligatoire
          />
        ) : null}
        {acte === 'RELANCER' ? null : (
          <Champ
            prefixe={acte}
            nom="texte"
            libelle={acte === 'TERMINER' && restent > 0 ? 'Pourquoi sans tous les services' : 'Pourquoi'}
            valeur={rendue ? (p.saisie.texte ?? '') : ''}
            saisie="off"
            longueur={500}
            obligatoire={acte === 'ROUVRIR' || (acte === 'TERMINER' && restent > 0)}
            large
          />
        )}
      </Formulaire>
    </details>
  )
}

/** A review: who has answered, who is awaited, and what may be done of it. */
export const PageCampagne = (p: CampagneProps) => {
  const { contexte, campagne } = p
  const titre = `Revue des habilitations de ${campagne.annee}`
  const restent = attendues(campagne).length
  const quand =
    campagne.termineeLe === null
      ? `Réponses attendues pour le ${formatJour(campagne.echeance)}.`
      : `Terminée le ${formatJour(campagne.termineeLe)}.`
  const actes = p.possibles.filter(
    (acte): acte is Exclude<ActeCampagne, 'LANCER'> => acte !== 'LANCER' && (acte !== 'RELANCER' || restent > 0),
  )
  return (
    <Page
      contexte={contexte}
      titre={titre}
      fil={[{ libelle: 'Habilitations', chemin: '/habilitations' }]}
      periode={false}
    >
      <Tete titre={titre} identite={`lancée le ${formatJour(campagne.lanceeLe)}`} exports={p.exports}>
        <strong>{`${capitale(direAvancement(campagne))}.`}</strong>
        {fr(
          ` ${quand}${campagne.enRetard ? ` La date est passée : ${compte(restent, 'service se tait', 'services se taisent')}.` : ''}`,
        )}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      {actes.length === 0 ? null : (
        <Section id="agir" titre="Ce qui peut être fait">
          {actes.map((acte) => (
            <Acte {...p} acte={acte} />
          ))}
        </Section>
      )}
      <Section id="reponses" titre="Service par service">
        <Defilement nom="Réponses des services">
          <table class="data tight dossiers" {...ROLES.table}>
            <Entetes
              contexte={contexte}
              colonnes={COLONNES_REPONSES}
              table="reponses"
              section="reponses"
              parDefaut={{ cle: 'etat', descend: false }}
              roles
            />
            <tbody {...ROLES.groupe}>
              {trierIci(
                contexte,
                campagne.reponses.toSorted((a, b) => RANGS[a.etat] - RANGS[b.etat]),
                COLONNES_REPONSES,
                'reponses',
              ).map((reponse) => (
                <Ligne contexte={contexte} campagne={campagne} reponse={reponse} lettres={p.lettres} />
              ))}
            </tbody>
          </table>
        </Defilement>
      </Section>
      <Histoire actes={campagne.actes} />
    </Page>
  )
}
