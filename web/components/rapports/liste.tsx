import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { direSemestre } from '../../../ingest/socle/semestre.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { cheminDeRapport, direEtat, direSuite } from '../../modeles/rapports.ts'
import type { RapportVu } from '../../rapport-vue.ts'
import { type EtatRapport, RAPPORTS } from '../../rapports.ts'
import { Section } from '../blocs.tsx'
import { Icone } from '../sprite.tsx'
import { Fichiers } from './versions.tsx'

export interface RapportListe {
  readonly rapport: RapportVu
  readonly fini: boolean
}

interface Props {
  readonly contexte: Contexte
  readonly rapports: readonly RapportListe[]
}

const ICONES: Readonly<Record<EtatRapport, 'ok' | 'due' | 'non'>> = {
  BROUILLON: 'due',
  SOUMIS: 'due',
  RELU: 'due',
  PUBLIE: 'ok',
}

const Ligne = ({
  contexte,
  liste: { rapport, fini },
}: {
  readonly contexte: Contexte
  readonly liste: RapportListe
}) => {
  const { etat, pour, publies } = rapport
  const derniere = publies.at(-1)
  const suite = direSuite(rapport, contexte.personne?.role, fini)
  return (
    <li class="rapport">
      <Icone nom={etat === null ? 'non' : ICONES[etat]} classe={etat === 'PUBLIE' ? 'ok' : ''} />
      <span>
        <a class="t" href={lien(contexte, cheminDeRapport(rapport))}>
          {RAPPORTS[pour].libelle}
        </a>{' '}
        {etat === 'PUBLIE' && derniere !== undefined ? <span class="titre">{fr(derniere.titre)}</span> : null}
        <span class="d">{fr([direEtat(rapport), ...(suite === null ? [] : [suite])].join(' '))}</span>
        {derniere === undefined ? null : <Fichiers contexte={contexte} publie={derniere} />}
      </span>
    </li>
  )
}

/** The reports, semester by semester, the latest first. */
export const ListeDesRapports = ({ contexte, rapports }: Props) => {
  const semestres = [...new Map(rapports.map(({ rapport }) => [rapport.semestre.code, rapport.semestre])).values()]
  return (
    <>
      {semestres.map((semestre) => (
        <Section id={`s-${semestre.code}`} titre={direSemestre(semestre)}>
          <ul class="rows rapports">
            {rapports
              .filter(({ rapport }) => rapport.semestre.code === semestre.code)
              .map((liste) => (
                <Ligne contexte={contexte} liste={liste} />
              ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
