import { Server } from 'node:net';

/** Refuses all further listening ports to this process, as a security program might. */
export function refusePorts(): void {
  Server.prototype.listen = function refused(this: Server): Server {
    const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' });
    process.nextTick(() => this.emit('error', error));
    return this;
  };
}
