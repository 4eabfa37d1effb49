import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/kernel/bridge.ts';

// The channel's name is written out: a sandboxed preload imports nothing of ours at run time.
const bridge: Bridge = { call: (request) => ipcRenderer.invoke('mingqian:call', request) };
contextBridge.exposeInMainWorld('mingqian', bridge);
