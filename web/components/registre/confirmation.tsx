import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { direConfirmation } from '../../modeles/registre.ts'
import { type ActeConfirmation, CHAMPS_PROPOSES, type NomDeChamp } from '../../registre.ts'
import type { ServiceVue } from '../../registre-vue.ts'
import { Panneau } from '../blocs.tsx'
import { Champ, Formulaire, ZoneTexte } from '../champ.tsx'
import { LettreAPrendre } from '../lettre-a-prendre.tsx'
import { Changements } from './changements.tsx'
import { ChampDeLaFiche } from './fiche.tsx'

interface Props {
  readonly contexte: Contexte
  readonly service: ServiceVue
  readonly actes: readonly ActeConfirmation[]
  readonly saisie: Readonly<Record<string, string>>
}

const FORMES: Readonly<Record<Exclude<ActeConfirmation, 'PROPOSER'>, readonly [bouton: string, texte: string | null]>> =
  {
    CONFIRMER: ['Rien n’a changé', null],
    RETIRER: ['Retirer les corrections', null],
    RELANCER: ['Noter une relance', 'À qui, comment'],
    CONSTATER: ['Constater la confirmation', 'Comment le service a confirmé'],
    ACCEPTER: ['Accepter les corrections', null],
    REFUSER: ['Refuser les corrections', 'Motif, que le service lira'],
  }

const PRINCIPAUX: ReadonlySet<ActeConfirmation> = new Set(['CONFIRMER', 'ACCEPTER'])

const actionDe = ({ contexte, service }: Pick<Props, 'contexte' | 'service'>): string =>
  lien(contexte, `/registre/${encodeURIComponent(service.service)}/confirmation`)

/** The fields that a service may correct, as its sheet says them, to be changed. */
const Corriger = (p: Props) => {
  const rendue = p.saisie.acte === 'PROPOSER'
  const dit = (nom: NomDeChamp): string =>
    (rendue ? p.saisie[nom] : undefined) ?? p.service.confirmation.propose[nom] ?? p.service.fiche[nom]
  return (
    <details class="acte-plie" open={rendue}>
      <summary>Corriger la fiche</summary>
      <Formulaire
        action={actionDe(p)}
        nom="Corriger la fiche"
        bouton="Proposer ces corrections"
        precision={fr('Le gestionnaire les relit ; acceptées, elles deviennent la fiche, qui est alors confirmée.')}
      >
        <input type="hidden" name="acte" value="PROPOSER" />
        {CHAMPS_PROPOSES.map((nom) => (
          <ChampDeLaFiche nom={nom} prefixe="PROPOSER" valeur={dit(nom)} categories={[]} modes={[]} />
        ))}
        <ZoneTexte
          prefixe="PROPOSER"
          nom="texte"
          libelle="Autre chose à changer"
          aide="Un guichet qui ouvre ou ferme, un nom, un mandat. Ni numéro unique ni nom de demandeur."
          longueur={1000}
          lignes={2}
          valeur={(rendue ? p.saisie.texte : undefined) ?? p.service.confirmation.texte}
        />
      </Formulaire>
    </details>
  )
}

const Acte = ({ acte, ...p }: Props & { readonly acte: Exclude<ActeConfirmation, 'PROPOSER'> }) => {
  const [bouton, texte] = FORMES[acte]
  const rendue = p.saisie.acte === acte
  const formulaire = (
    <form class={texte === null ? 'acts' : 'formulaire'} method="post" action={actionDe(p)} aria-label={bouton}>
      <input type="hidden" name="acte" value={acte} />
      {texte === null ? null : (
        <Champ
          prefixe={acte}
          nom="texte"
          libelle={texte}
          saisie="off"
          longueur={300}
          valeur={rendue ? (p.saisie.texte ?? '') : ''}
          large
        />
      )}
      <div class="large acts">
        <button class={PRINCIPAUX.has(acte) ? 'btn main' : 'btn'} type="submit">
          {bouton}
        </button>
      </div>
    </form>
  )
  return texte === null ? (
    formulaire
  ) : (
    <details class="acte-plie" open={rendue}>
      <summary>{bouton}</summary>
      {formulaire}
    </details>
  )
}

const question = ({ actes, service: { confirmation } }: Props): string | null => {
  if (!actes.includes('CONFIRMER')) return null
  return `Relire la fiche ci-dessous. Est-elle juste pour ${confirmation.annee} ?`
}

/** The confirmation of the year: where it stands, what would be corrected, what may be done of it. */
export const Confirmation = (p: Props) => {
  const { confirmation, attendu } = p.service
  const demande = question(p)
  const changements = Object.entries(confirmation.propose).map(([champ, apres]) => ({
    champ: champ as NomDeChamp,
    avant: p.service.fiche[champ as NomDeChamp],
    apres,
  }))
  return (
    <Panneau id="confirmation" titre={`Confirmation de ${confirmation.annee}`}>
      <p class="appel">{fr(`${capitale(direConfirmation(confirmation, attendu))}.`)}</p>
      {confirmation.refus === '' ? null : <p>{fr(`Corrections refusées : ${confirmation.refus}`)}</p>}
      <Changements changements={changements} />
      {confirmation.texte === '' ? null : <p class="ecrit">{fr(confirmation.texte)}</p>}
      {demande === null ? null : <p class="sec-s">{fr(demande)}</p>}
      {p.actes.includes('RELANCER') ? (
        <p class="petit">
          <LettreAPrendre
            dit={confirmation.relanceLe === null ? 'Lettre au service' : 'Lettre de relance'}
            adresse={(forme) => lien(p.contexte, `/registre/${encodeURIComponent(p.service.service)}/lettre.${forme}`)}
          />
        </p>
      ) : null}
      {p.actes
        .toSorted((a, b) => Number(PRINCIPAUX.has(b)) - Number(PRINCIPAUX.has(a)))
        .map((acte) => (acte === 'PROPOSER' ? <Corriger {...p} /> : <Acte {...p} acte={acte} />))}
    </Panneau>
  )
}
