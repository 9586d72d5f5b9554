/** A picture that a friend may have sent. */
export async function pictureOfCake(): Promise<Blob> {
  const canvas = new OffscreenCanvas(640, 420);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("Cannot draw: no 2d context");
  context.fillStyle = "#e9d7bd";
  context.fillRect(0, 0, 640, 420);
  context.fillStyle = "#9a5b32";
  context.fillRect(150, 200, 340, 140);
  context.fillStyle = "#fff4e2";
  context.fillRect(150, 170, 340, 50);
  context.fillStyle = "#c5283d";
  context.fillRect(310, 130, 20, 40);
  return await canvas.convertToBlob();
}
