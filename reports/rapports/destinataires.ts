export { DESTINATAIRES, type Destinataire } from '../../web/rapports.ts'
