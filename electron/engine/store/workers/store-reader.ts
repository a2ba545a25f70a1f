import { openReaderRooms } from './reader-rooms.ts';
import { serveRooms } from './serve-rooms.ts';

serveRooms(openReaderRooms);
