import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { ACTES_REUNION, type ActeDecision, type ActeReunion, ETATS_REUNION, NATURES_REUNION } from '../agenda.ts'
import type { Refus } from '../chargement.ts'
import { Decisions } from '../components/agenda/decisions.tsx'
import { CaseDiffusion } from '../components/agenda/diffuser.tsx'
import { EcritsDeReunion } from '../components/agenda/ecrits.tsx'
import { Presences } from '../components/agenda/presences.tsx'
import { Texte } from '../components/agenda/reunions.tsx'
import { Faits, Panneau, Section } from '../components/blocs.tsx'
import { Champ, Formulaire } from '../components/champ.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { DocumentVu } from '../documents.ts'
import { lien } from '../liens.ts'
import { type DecisionVue, direReunion, jourDeReunion, type ReunionVue } from '../modeles/reunion.ts'

export interface ReunionProps {
  readonly contexte: Contexte
  readonly reunion: ReunionVue
  /** What was sent of it, as it was kept. */
  readonly documents: readonly DocumentVu[]
  /** What may be done of it now; nothing for who only reads. */
  readonly actes: readonly ActeReunion[]
  readonly suitesDe: (decision: DecisionVue) => readonly ActeDecision[]
  readonly autres: readonly (readonly [code: string, libelle: string])[]
  /** By when its minutes are to be sent; null before it is held, and for what has none. */
  readonly compteRenduDu: Jour | null
  readonly aujourdhui: Jour
  /** How many addresses its minutes are sent to. */
  readonly adresses: number
  readonly fait?: string
  readonly refus?: Refus
}

/** Each act's form: the date it takes, and what its text is. */
const FORMES: Partial<
  Readonly<Record<ActeReunion, { titre: string; date: string | null; lieu?: true; texte: string; oblige?: true }>>
> = {
  CONVOQUER: { titre: 'Convocations envoyées', date: 'Envoyées le', texte: 'À qui' },
  REPORTER: { titre: 'Reporter', date: 'Nouvelle date', lieu: true, texte: 'Motif', oblige: true },
  TENIR: { titre: 'Réunion tenue', date: 'Tenue le', texte: 'Note' },
  ENVOYER: { titre: 'Compte rendu envoyé', date: 'Envoyé le', texte: 'À qui' },
  ANNULER: { titre: 'Annuler', date: null, texte: 'Motif', oblige: true },
}

const Acte = ({
  contexte,
  reunion,
  acte,
  aujourdhui,
  adresses,
}: Pick<ReunionProps, 'contexte' | 'reunion' | 'aujourdhui' | 'adresses'> & { readonly acte: ActeReunion }) => {
  const forme = FORMES[acte]
  if (forme === undefined) return null
  const prefixe = acte.toLowerCase()
  return (
    <details class="acte">
      <summary>{forme.titre}</summary>
      <Formulaire
        action={lien(contexte, `/agenda/reunions/${reunion.id}/acte`)}
        nom={forme.titre}
        bouton="Enregistrer"
        quiet
      >
        <input type="hidden" name="acte" value={acte} />
        {forme.date === null ? null : (
          <Champ
            prefixe={prefixe}
            nom="jour"
            libelle={forme.date}
            type="date"
            valeur={acte === 'TENIR' ? reunion.prevueLe : acte === 'REPORTER' ? '' : aujourdhui}
            obligatoire
          />
        )}
        {forme.lieu ? <Champ prefixe={prefixe} nom="lieu" libelle="Heure et lieu" saisie="off" longueur={200} /> : null}
        <Champ
          prefixe={prefixe}
          nom="texte"
          libelle={forme.texte}
          saisie="off"
          longueur={500}
          obligatoire={forme.oblige === true}
          large
        />
        {acte === 'ENVOYER' ? <CaseDiffusion adresses={adresses} /> : null}
      </Formulaire>
    </details>
  )
}

const ordreDuJour = ({ contexte, reunion, actes }: ReunionProps) => (
  <Panneau id="ordre" titre="Ordre du jour">
    {reunion.ordreDuJour === '' ? (
      <p class="empty">Aucun ordre du jour n’est écrit.</p>
    ) : (
      <p class="ecrit">{reunion.ordreDuJour}</p>
    )}
    {actes.includes('ORDONNER') ? (
      <details class="acte">
        <summary>{reunion.ordreDuJour === '' ? 'Écrire l’ordre du jour' : 'Modifier l’ordre du jour'}</summary>
        <Formulaire
          action={lien(contexte, `/agenda/reunions/${reunion.id}/acte`)}
          nom="Ordre du jour"
          bouton="Enregistrer"
          quiet
        >
          <input type="hidden" name="acte" value="ORDONNER" />
          <Texte id="ordre-texte" nom="texte" libelle="Ordre du jour" valeur={reunion.ordreDuJour} />
        </Formulaire>
      </details>
    ) : null}
  </Panneau>
)

const faitsDe = ({ reunion: r, compteRenduDu }: ReunionProps) => [
  { terme: 'État', valeur: ETATS_REUNION[r.etat] },
  { terme: r.tenueLe === null ? 'Prévue le' : 'Tenue le', valeur: formatJour(jourDeReunion(r)) },
  { terme: 'Heure et lieu', valeur: r.lieu === '' ? '–' : r.lieu },
  {
    terme: 'Convocations',
    valeur:
      r.convoquee === null
        ? 'non envoyées'
        : fr(`le ${formatJour(r.convoquee.le)}${r.convoquee.a === '' ? '' : `, à ${r.convoquee.a}`}`),
  },
  ...(compteRenduDu === null
    ? []
    : [
        {
          terme: 'Compte rendu',
          valeur:
            r.envoyeLe === null
              ? `à envoyer au plus tard le ${formatJour(compteRenduDu)}`
              : `envoyé le ${formatJour(r.envoyeLe)}`,
        },
      ]),
]

/** A meeting, from its convocation to its minutes. */
export const Reunion = (p: ReunionProps) => {
  const { contexte, reunion: r, actes } = p
  const titre = NATURES_REUNION[r.nature]
  const aFaire = actes.filter((acte) => FORMES[acte] !== undefined)
  return (
    <Page contexte={contexte} titre={titre} fil={[{ libelle: 'Agenda', chemin: '/agenda' }]} periode={false}>
      <Tete
        titre={`${titre} du ${formatJour(jourDeReunion(r))}`}
        imprimer={r.tenueLe === null ? 'Imprimer l’ordre du jour' : 'Imprimer le compte rendu'}
      >
        <strong>{ETATS_REUNION[r.etat]}</strong>
        {fr(` : ${direReunion(r)}.`)}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      <div class="agenda">
        <div>{ordreDuJour(p)}</div>
        <div>
          <Panneau id="faits" titre="La réunion">
            <Faits faits={faitsDe(p)} />
          </Panneau>
          {aFaire.length === 0 ? null : (
            <Panneau id="actes" titre="La suite">
              {aFaire.map((acte) => (
                <Acte {...p} acte={acte} />
              ))}
            </Panneau>
          )}
        </div>
      </div>
      <Presences contexte={contexte} reunion={r} autres={p.autres} peutPointer={actes.includes('POINTER')} />
      <Decisions contexte={contexte} reunion={r} peutDecider={actes.includes('DECIDER')} suitesDe={p.suitesDe} />
      <EcritsDeReunion contexte={contexte} reunion={r} documents={p.documents} />
      <Section id="historique" titre="Ce qui a été fait" precision="Du plus récent au plus ancien">
        <ul class="steps">
          {r.actes.toReversed().map(({ acte, jour, texte, par, le }) => (
            <li>
              <strong>{ACTES_REUNION[acte]}</strong>
              {fr(`${jour === null ? '' : ` · ${formatJour(jour)}`}, par ${par}, le ${formatInstant(le)}`)}
              {texte === '' ? null : <span class="d ecrit">{texte}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
