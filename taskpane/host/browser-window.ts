import type { DetectionWindow, OfficeLibrary } from "./detect.ts";

/** Address of office.js, set when the pane is built (OFFICE_JS in webpack.config.js). Empty: there is none to load. */
declare const OFFICE_JS_ADDRESS: string;

function loadScript(): Promise<void> {
  if (OFFICE_JS_ADDRESS === "") return Promise.reject(new Error("no office.js"));
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = OFFICE_JS_ADDRESS;
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("office.js could not be loaded"));
    document.head.append(script);
  });
}

/** Excel on the web opens the pane in a frame, and says so in the address or in the frame's name. */
const openedByOffice = () => /_host_Info|_xdm_Info/i.test(location.href) || /_host_Info|xdmInfo|_xdm_Info/i.test(window.name);

export const browserWindow = (): DetectionWindow => ({
  loadScript,
  office: () => (window as unknown as { Office?: OfficeLibrary }).Office,
  framedByOthers: window.top !== window.self && !openedByOffice(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});
