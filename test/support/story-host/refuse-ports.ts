import { Server } from 'node:net';

/** From now on this process gets no port to listen on, as where a security program forbids it. */
export function refusePorts(): void {
  Server.prototype.listen = function refused(this: Server): Server {
    const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' });
    process.nextTick(() => this.emit('error', error));
    return this;
  };
}
