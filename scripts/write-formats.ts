import { writeFormats } from './formats-table';

writeFormats();
