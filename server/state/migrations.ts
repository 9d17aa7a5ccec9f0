import type { MigrationProvider } from 'kysely'
import { adressesPostales } from './migrations/adresses-postales.ts'
import { agenda } from './migrations/agenda.ts'
import { alertes } from './migrations/alertes.ts'
import { annexes } from './migrations/annexes.ts'
import { annotations } from './migrations/annotations.ts'
import { comptes } from './migrations/comptes.ts'
import { contacts } from './migrations/contacts.ts'
import { controles } from './migrations/controles.ts'
import { copies } from './migrations/copies.ts'
import { corrections } from './migrations/corrections.ts'
import { demarches } from './migrations/demarches.ts'
import { diffusion } from './migrations/diffusion.ts'
import { documents } from './migrations/documents.ts'
import { doublons } from './migrations/doublons.ts'
import { echantillons } from './migrations/echantillons.ts'
import { ecritures } from './migrations/ecritures.ts'
import { habilitations } from './migrations/habilitations.ts'
import { jetons } from './migrations/jetons.ts'
import { journal } from './migrations/journal.ts'
import { mesures } from './migrations/mesures.ts'
import { normes } from './migrations/normes.ts'
import { rapports } from './migrations/rapports.ts'
import { rapportsDeControle } from './migrations/rapports-de-controle.ts'
import { registre } from './migrations/registre.ts'
import { requetes } from './migrations/requetes.ts'
import { seuils } from './migrations/seuils.ts'
import { territoires } from './migrations/territoires.ts'

/** Every change of the application's database, in the order of the names. */
export const migrations: MigrationProvider = {
  getMigrations: () =>
    Promise.resolve({
      '0001-normes': normes,
      '0002-comptes': comptes,
      '0003-journal': journal,
      '0010-doublons': doublons,
      '0011-territoires': territoires,
      '0012-contacts': contacts,
      '0013-annotations': annotations,
      '0014-corrections': corrections,
      '0015-ecritures': ecritures,
      '0016-jetons': jetons,
      '0017-seuils': seuils,
      '0018-mesures': mesures,
      '0019-alertes': alertes,
      '0020-controles': controles,
      '0021-agenda': agenda,
      '0022-copies': copies,
      '0023-documents': documents,
      '0024-echantillons': echantillons,
      '0025-requetes': requetes,
      '0026-demarches': demarches,
      '0027-registre': registre,
      '0028-habilitations': habilitations,
      '0029-adresses-postales': adressesPostales,
      '0032-rapports': rapports,
      '0034-annexes': annexes,
      '0035-diffusion': diffusion,
      '0036-rapports-de-controle': rapportsDeControle,
    }),
}
