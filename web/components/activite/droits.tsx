import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { type ActeDroit, ETATS_DROIT, SORTES_DROIT } from '../../activite.ts'
import type { DroitVu } from '../../activite-vue.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { Section } from '../blocs.tsx'
import { Champ, Choix, Formulaire } from '../champ.tsx'
import { Icone } from '../sprite.tsx'

interface Props {
  readonly contexte: Contexte
  readonly droits: readonly DroitVu[]
  readonly peutTenir: boolean
  readonly aujourdhui: Jour
}

const BOUTONS: Readonly<Record<Exclude<ActeDroit, 'RECEVOIR'>, string>> = {
  REPONDRE: 'Noter la réponse',
  PROLONGER: 'Prolonger de deux mois',
  RETIRER: 'Retirer, notée par erreur',
  ROUVRIR: 'Rouvrir',
}

const quand = ({ etat, repondueLe, echeance, enRetard }: DroitVu): string => {
  if (etat === 'RETIREE') return 'retirée'
  if (repondueLe !== null) return `répondue le ${formatJour(repondueLe)}`
  return enRetard ? `due depuis le ${formatJour(echeance)}` : `à répondre avant le ${formatJour(echeance)}`
}

const Acte = ({
  contexte,
  droit,
  acte,
  aujourdhui,
}: Pick<Props, 'contexte' | 'aujourdhui'> & {
  readonly droit: DroitVu
  readonly acte: Exclude<ActeDroit, 'RECEVOIR'>
}) => (
  <details class="suite">
    <summary>
      {BOUTONS[acte]}
      <span class="vh">{`, demande n° ${droit.id}`}</span>
    </summary>
    <Formulaire
      action={lien(contexte, `/agenda/activite/droits/${droit.id}`)}
      nom={`${BOUTONS[acte]}, demande n° ${droit.id}`}
      bouton="Enregistrer"
      quiet
    >
      <input type="hidden" name="acte" value={acte} />
      {acte === 'REPONDRE' ? (
        <Champ
          prefixe={`${acte}-${droit.id}`}
          nom="jour"
          libelle="Réponse envoyée le"
          type="date"
          valeur={aujourdhui}
          obligatoire
        />
      ) : (
        <Champ
          prefixe={`${acte}-${droit.id}`}
          nom="texte"
          libelle="Pourquoi"
          saisie="off"
          longueur={500}
          obligatoire
          large
        />
      )}
    </Formulaire>
  </details>
)

const Demande = (p: Omit<Props, 'droits'> & { readonly droit: DroitVu }) => {
  const { droit, peutTenir } = p
  const fini = droit.etat === 'REPONDUE' || droit.etat === 'RETIREE'
  const motif = droit.actes.findLast(({ texte }) => texte !== '')?.texte ?? ''
  return (
    <li class={droit.etat === 'RETIREE' ? 'retire' : undefined}>
      <Icone nom={droit.enRetard ? 'late' : fini ? 'ok' : 'due'} classe={droit.enRetard ? 'late' : fini ? 'ok' : ''} />
      <span>
        <span class="t">{SORTES_DROIT[droit.sorte]}</span>{' '}
        <span class="d">
          {fr(
            [`n° ${droit.id}`, `reçue le ${formatJour(droit.recueLe)}`, ETATS_DROIT[droit.etat].toLocaleLowerCase('fr')]
              .concat(motif === '' ? [] : [motif])
              .join(', '),
          )}
        </span>
        {peutTenir ? droit.possibles.map((acte) => <Acte {...p} acte={acte} />) : null}
      </span>
      <span class={droit.enRetard ? 'w late' : 'w'}>{quand(droit)}</span>
    </li>
  )
}

/** The requests to exercise a right: received, answered within a month; neither a name nor a number is kept. */
export const DemandesDeDroits = (p: Props) => (
  <Section
    id="droits"
    titre="Demandes d’exercice des droits"
    precision={fr('Un mois pour répondre ; ni nom ni numéro n’est gardé ici')}
  >
    {p.droits.length === 0 ? (
      <p class="empty">Aucune demande n’est notée.</p>
    ) : (
      <ul class="rows">
        {p.droits.map((droit) => (
          <Demande {...p} droit={droit} />
        ))}
      </ul>
    )}
    {p.peutTenir ? (
      <details class="plus actes-plies" id="recevoir">
        <summary>Noter une demande reçue</summary>
        <Formulaire
          action={lien(p.contexte, '/agenda/activite/droits')}
          nom="Noter une demande reçue"
          bouton="Noter la demande"
          precision={fr('La copie elle-même se fait par la commande « infocentre droits acces ».')}
        >
          <Choix prefixe="droit" nom="sorte" libelle="Droit" options={Object.entries(SORTES_DROIT)} />
          <Champ prefixe="droit" nom="jour" libelle="Reçue le" type="date" valeur={p.aujourdhui} obligatoire />
        </Formulaire>
      </details>
    ) : null}
  </Section>
)
