import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { compte, lesPremiers } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { AnnexeVue } from '../annexes.ts'
import { DitEffaces } from '../components/effaces.tsx'
import { ListeDesDossiers } from '../components/liste-dossiers.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { lien } from '../liens.ts'
import type { MesureVue } from '../mesure-vue.ts'
import { direEtatAnnexe, direListeFermee, direPeriodeAnnexe } from '../modeles/annexes.ts'
import type { ListeDossiers } from '../modeles/liste-dossiers.ts'

/** The records of a list that is read, the first of them. */
interface ListeLue {
  readonly liste: ListeDossiers
  readonly total: number
  readonly effaces: number
  /** The snapshot that the month is read from now, where it is not that of the evidence. */
  readonly autreInstantane: Jour | null
  readonly exports: readonly LienExport[]
}

export interface ListeDeMesureProps {
  readonly contexte: Contexte
  readonly mesure: Pick<MesureVue, 'id' | 'reference'>
  readonly annexe: AnnexeVue
  /** Null once it is read no more. */
  readonly lue: ListeLue | null
}

const Lue = ({ contexte, annexe, lue }: ListeDeMesureProps & { readonly lue: ListeLue }) => {
  const { rangees } = lue.liste
  return (
    <>
      {lue.autreInstantane === null ? null : (
        <p class="meta">
          {fr(
            `La preuve a été figée sur l’instantané du ${formatJour(annexe.instantane)} ; le mois se lit maintenant sur celui du ${formatJour(lue.autreInstantane)}, et cette liste avec lui.`,
          )}
        </p>
      )}
      <DitEffaces effaces={lue.effaces} />
      {rangees.length === 0 ? (
        <p class="empty">Aucun dossier derrière ce chiffre.</p>
      ) : (
        <>
          <ListeDesDossiers contexte={contexte} nom={`Liste des demandes, ${annexe.fiche.libelle}`} liste={lue.liste} />
          <p class="meta">
            {rangees.length < lue.total
              ? fr(`${lesPremiers(rangees.length)} sur ${formatNombre(lue.total)} : « Exporter » les donne tous.`)
              : `${compte(lue.total, 'dossier')}, numéros seulement : les noms restent dans le système national.`}
          </p>
        </>
      )}
    </>
  )
}

/** A list of demandes joined to a measure, while it is read; afterwards, that it is not. */
export const ListeDeMesure = (p: ListeDeMesureProps) => {
  const { contexte, mesure, annexe, lue } = p
  const titre = `Liste des demandes, ${annexe.fiche.libelle}`
  return (
    <Page
      contexte={contexte}
      titre={titre}
      fil={[
        { libelle: 'Mesures', chemin: '/mesures' },
        { libelle: `Mesure ${mesure.reference}`, chemin: `/mesures/${mesure.id}` },
      ]}
      periode={false}
    >
      <Tete
        titre={fr(`Liste des demandes : ${annexe.fiche.libelle}`)}
        identite={`${annexe.libelle} · ${direPeriodeAnnexe(annexe)}`}
        exports={lue?.exports ?? []}
      >
        {lue === null
          ? fr(
              annexe.etat === 'EN_COURS'
                ? 'Le mois de cette liste n’a plus de chiffres : elle ne se lit plus.'
                : direListeFermee(annexe),
            )
          : fr(`${direEtatAnnexe(annexe)}. Jointe à la mesure ${mesure.reference}.`)}
      </Tete>
      {lue === null ? null : <Lue {...p} lue={lue} />}
      <p class="more">
        <a href={lien(contexte, `/mesures/${mesure.id}`)}>{`La mesure ${mesure.reference}`}</a>
      </p>
    </Page>
  )
}
