import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { AnnexeVue } from '../../annexes.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { MesureVue } from '../../mesure-vue.ts'
import { direEtatAnnexe, direHistoireAnnexe, direPeriodeAnnexe } from '../../modeles/annexes.ts'
import { Section } from '../blocs.tsx'
import { Formulaire } from '../champ.tsx'

/** The page of a list joined to a measure. */
const PAGE = '/mesures/:id/listes/:liste'

interface Props {
  readonly contexte: Contexte
  readonly mesure: MesureVue
}

const adresse = ({ contexte, mesure }: Props, annexe?: AnnexeVue): string =>
  lien(contexte, `/mesures/${mesure.id}/listes${annexe === undefined ? '' : `/${annexe.id}`}`)

const nomDe = ({ fiche, libelle }: Pick<AnnexeVue, 'fiche' | 'libelle'>): string => `${fiche.libelle}, ${libelle}`

const BOUTONS = { RENOUVELER: 'Renouveler', RETIRER: 'Retirer' } as const

const Acte = ({ acte, annexe, ...p }: Props & { readonly acte: keyof typeof BOUTONS; readonly annexe: AnnexeVue }) => (
  <form method="post" action={adresse(p, annexe)}>
    <button class="btn quiet" type="submit" name="acte" value={acte}>
      {BOUTONS[acte]}
      <span class="vh">{` : ${nomDe(annexe)}`}</span>
    </button>
  </form>
)

const Piece = ({ annexe, ...p }: Props & { readonly annexe: AnnexeVue }) => (
  <li>
    <strong>{fr(nomDe(annexe))}</strong>
    <span class="formes">
      {annexe.etat === 'EN_COURS' ? (
        <a class="btn" href={adresse(p, annexe)}>
          Lire la liste
          <span class="vh">{` : ${nomDe(annexe)}`}</span>
        </a>
      ) : null}
      {(['RENOUVELER', 'RETIRER'] as const)
        .filter((acte) => annexe.possibles.includes(acte))
        .map((acte) => (
          <Acte {...p} acte={acte} annexe={annexe} />
        ))}
    </span>
    <span class="d">{fr(`${direEtatAnnexe(annexe)}. ${direPeriodeAnnexe(annexe)}.`)}</span>
    <details class="plus">
      <summary>Histoire</summary>
      <p class="petit">{fr(`${direHistoireAnnexe(annexe)}.`)}</p>
    </details>
  </li>
)

/** Boxes of the lines that have no list yet, all ticked. */
const Joindre = (p: Props) => {
  const jointes = new Set(p.mesure.annexes.map(({ ligne }) => ligne))
  const lignes = p.mesure.lignes.filter(({ id }) => !jointes.has(id))
  if (lignes.length === 0) return null
  return (
    <details class="plus actes-plies">
      <summary>Joindre la liste des demandes</summary>
      <Formulaire
        action={adresse(p)}
        nom="Joindre la liste des demandes"
        bouton="Joindre la liste"
        precision={fr(
          'Le service la lit dans l’application, quatre-vingt-dix jours : aucun numéro ne part par lettre.',
        )}
      >
        <fieldset class="lignes large">
          <legend>Lignes dont la liste est jointe</legend>
          {lignes.map((ligne) => (
            <div class="opt">
              <input type="checkbox" id={`liste-${ligne.id}`} name="ligne" value={String(ligne.id)} checked />
              <label for={`liste-${ligne.id}`}>{nomDe(ligne)}</label>
            </div>
          ))}
        </fieldset>
      </Formulaire>
    </details>
  )
}

/** The box that joins the lists of a measure with the act that is being done: ticked, for a service cannot correct without. */
export const CaseListe = ({ prefixe }: { readonly prefixe: string }) => (
  <div class="opt large">
    <input type="checkbox" id={`${prefixe}-liste`} name="liste" value="1" checked />
    <label for={`${prefixe}-liste`}>
      Joindre la liste des demandes
      <span class="sub">
        {fr('Le service la lit dans l’application, quatre-vingt-dix jours ; la lettre le dit, sans aucun numéro.')}
      </span>
    </label>
  </div>
)

/** The lists of demandes joined to a measure, for who sees numbers. */
export const ListesMesure = (p: Props) => {
  const { contexte, mesure } = p
  const joint = contexte.personne?.role === 'gestionnaire' && mesure.possibles.some(({ acte }) => acte === 'JOINDRE')
  if (!peutOuvrir(contexte, PAGE) || (mesure.annexes.length === 0 && !joint)) return null
  return (
    <Section
      id="listes"
      titre="Listes des demandes"
      precision={fr('Elles se lisent ici et nulle part ailleurs ; chaque lecture va au journal')}
    >
      {mesure.annexes.length === 0 ? (
        <p class="empty">Aucune liste n’est jointe.</p>
      ) : (
        <ul class="pieces">
          {mesure.annexes.map((annexe) => (
            <Piece {...p} annexe={annexe} />
          ))}
        </ul>
      )}
      {joint ? <Joindre {...p} /> : null}
    </Section>
  )
}
