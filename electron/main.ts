/**
 * The desktop's entry, and the only place where Electron meets the workspace.
 *
 * The build bundles it to `out/main.js`, with `preload.cjs` and `renderer/` beside it.
 */
import { hostname } from 'node:os';
import path from 'node:path';
import { app, dialog, Menu, net, session } from 'electron/main';
import { createText } from '../text/create-text.ts';
import { readCommandLine } from './desktop/command-line.ts';
import { hardenContents } from './desktop/harden-contents.ts';
import { hardenSession } from './desktop/harden-session.ts';
import { createNotify } from './desktop/notify.ts';
import { menuTemplate } from './desktop/menu.ts';
import { createDesktopNetwork, openNetworkSession } from './desktop/network.ts';
import { desktopLinks, openPageLink } from './desktop/open-external.ts';
import { acceptPorts } from './desktop/port-handover.ts';
import { registerBundleScheme, serveBundle } from './desktop/protocol.ts';
import { closeBeforeQuit } from './desktop/quit.ts';
import { createPdfPrinter, openPrintSession } from './desktop/print-pdf.ts';
import { createDialogFiles } from './desktop/save-dialog.ts';
import { serveContract } from './desktop/serve-contract.ts';
import { openSettings } from './desktop/settings.ts';
import { startUtilityProcess } from './desktop/start-process.ts';
import { createWindow, loadScreens } from './desktop/window.ts';
import { problemOf } from './engine/errors/evergrant-error.ts';
import { systemClock } from './platform/clock.ts';
import { entryPath } from './platform/entries.ts';
import { openPartRecords } from './platform/export-files/part-records.ts';
import { createFileLog } from './platform/log.ts';
import { makeDataFolder } from './platform/make-data-folder.ts';
import { createNodeNetwork } from './platform/network.ts';
import {
  chosenDataDir,
  chosenKeySources,
  holderName,
  isHolderGone,
  version,
} from './platform/node-host.ts';
import { dataFolders } from './platform/paths.ts';
import { problemSentence } from './platform/problem-sentence.ts';
import { systemRandom } from './platform/random.ts';
import { readTextFile } from './platform/read-text-file.ts';
import { keepNurserySmall } from './platform/small-nursery.ts';
import { nodeWorkers } from './platform/workers.ts';
import { createRealEngine } from './platform/workspace/engine.ts';
import { openWorkspace } from './platform/workspace/open-workspace.ts';

registerBundleScheme();
app.enableSandbox();
app.setAppUserModelId('app.evergrant.desktop');
Menu.setApplicationMenu(null);

const choices = readCommandLine(process.argv);
const dataDir = chosenDataDir(choices.dataDir);
// Chromium's own files are stored beside the data: never in the roaming profile, one lock per data folder.
const windowDir = path.join(dataDir, 'window');
try {
  makeDataFolder(windowDir);
} catch (error) {
  // There is no window yet, and neither Chromium nor Evergrant has a folder to store anything in.
  dialog.showErrorBox('Evergrant', problemSentence(createText(), problemOf(error)));
  app.exit(1);
}
app.setPath('userData', windowDir);

if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron becomes ready only after this file has run completely.
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  keepNurserySmall();
  const log = createFileLog(dataFolders(dataDir).logs);
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents, { log, openLink: (url) => openPageLink(url, log) });
  });

  const customCloudNetwork = createNodeNetwork();
  const workspace = openWorkspace({
    host: 'desktop',
    version,
    online: () => net.isOnline(),
    dataDir,
    first: choices.practice ? 'practice' : 'real',
    keySources: chosenKeySources(choices.keyFile),
    startProcess: startUtilityProcess,
    createEngine: createRealEngine,
    ports: {
      network: createDesktopNetwork(openNetworkSession(version), customCloudNetwork),
      links: desktopLinks,
      clock: systemClock,
      random: systemRandom,
      log,
      workers: nodeWorkers,
      readFile: readTextFile,
      exportFiles: createDialogFiles(openPartRecords(dataFolders(dataDir).exports)),
      computer: hostname(),
      printPdf: createPdfPrinter(openPrintSession()),
      notify: createNotify(createText()),
      stays: true,
      holder: holderName('desktop'),
      isHolderGone,
    },
  });

  // In memory: customers' data that the page holds is never written to disk in clear text.
  const pageSession = session.fromPartition('evergrant-page');
  hardenSession(pageSession);
  serveBundle(pageSession, entryPath('renderer'));

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...menuTemplate(process.platform, app.isPackaged)]),
  );
  const window = createWindow({
    session: pageSession,
    preload: path.join(import.meta.dirname, 'preload.cjs'),
    icon: path.join(import.meta.dirname, '../assets/icons/256x256.png'),
    settings: openSettings(windowDir),
    log,
  });
  acceptPorts({
    contents: window.webContents,
    log,
    serve: (port) => {
      void workspace.router().then((router) => serveContract(router, port, log));
    },
  });
  workspace.onSwitched(() => window.webContents.reload());

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(
    app,
    async () => {
      await workspace.close();
      await customCloudNetwork.close();
      log.close();
    },
    log,
  );

  loadScreens(window).catch((error: unknown) => {
    log.error('screens not loaded', { reason: String(error) });
  });
}
