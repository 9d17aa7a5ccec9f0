import { compte, enumerer } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ExamenVu, FichierVu } from '../../depot.ts'
import { Defilement, Section } from '../blocs.tsx'

const ENCODAGES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
}

const Reconnues = ({ fichier }: { readonly fichier: FichierVu }) => (
  <details class="reconnues">
    <summary>{compte(fichier.reconnues.length, 'colonne reconnue', 'colonnes reconnues')}</summary>
    <dl class="facts">
      {fichier.reconnues.map(({ libelle, intitule }) => (
        <>
          <dt>{intitule}</dt>
          <dd>{libelle}</dd>
        </>
      ))}
    </dl>
  </details>
)

/** The files as they were read: what each is, in what encoding, with which columns. */
export const FichiersLus = ({ examen }: { readonly examen: ExamenVu }) => (
  <Section id="fichiers" titre="Fichiers lus">
    <Defilement nom="Tableau des fichiers">
      <table class="data tight lus">
        <thead>
          <tr>
            {['Fichier', 'Table', 'Encodage', 'Colonnes'].map((entete) => (
              <th scope="col">{entete}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {examen.fichiers.map((fichier) => (
            <tr>
              <th scope="row">
                {fichier.nom}
                {fichier.feuille ? <span class="sub">{fr(`feuille « ${fichier.feuille} »`)}</span> : null}
              </th>
              <td>{fichier.table}</td>
              <td>{fichier.encodage ? (ENCODAGES[fichier.encodage] ?? fichier.encodage) : '–'}</td>
              <td>
                <Reconnues fichier={fichier} />
                {fichier.ecartees.length > 0 ? (
                  <span class="sub">{fr(`Écartées, jamais enregistrées : ${fichier.ecartees.join(', ')}.`)}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
    {examen.feuillesEcartees.map(({ fichier, feuilles }) => (
      <p class="hint more">{fr(`Feuilles de ${fichier} laissées de côté : ${enumerer(feuilles)}.`)}</p>
    ))}
  </Section>
)
