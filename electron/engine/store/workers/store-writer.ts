import { serveRooms } from './serve-rooms.ts';
import { openWriterRooms } from './writer-rooms.ts';

serveRooms(openWriterRooms);
