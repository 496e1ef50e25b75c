import decodeQR from "qr/decode.js";

/** A code is looked for so often: quick enough for a queue at the door, and kind to the battery. */
const EVERY_MILLIS = 150;
const LONGER_SIDE = 640;

/** The camera at the phone's back, shown in the video. @returns puts it away */
export async function openCamera(video: HTMLVideoElement): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: "environment", width: { ideal: 1280 } },
  });
  video.srcObject = stream;
  await video.play();
  return () => {
    for (const track of stream.getTracks()) {
      track.stop();
    }
    video.srcObject = null;
  };
}

/** Tells each code that comes into sight, as often as it is seen. @returns looks no more */
export function lookForCodes(video: HTMLVideoElement, seen: (code: string) => void): () => void {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const timer = setInterval(() => {
    const code = context && video.readyState >= video.HAVE_CURRENT_DATA && inSight(video, context);
    if (code) {
      seen(code);
    }
  }, EVERY_MILLIS);
  return () => clearInterval(timer);
}

function inSight(video: HTMLVideoElement, context: CanvasRenderingContext2D): string | null {
  const scale = Math.min(1, LONGER_SIDE / Math.max(video.videoWidth, video.videoHeight));
  const width = Math.round(video.videoWidth * scale);
  const height = Math.round(video.videoHeight * scale);
  if (width === 0 || height === 0) {
    return null;
  }
  context.canvas.width = width;
  context.canvas.height = height;
  context.drawImage(video, 0, 0, width, height);
  try {
    return decodeQR({ width, height, data: context.getImageData(0, 0, width, height).data });
  } catch {
    // no code in this frame: most frames have none
    return null;
  }
}
