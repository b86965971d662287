// Opened from another device without https, the browser gives this page no camera and keeps nothing of it. Said on every screen.
import { html, render } from "../vendor/lit/lit.js";

const VI = "Không có https: ở đây không dùng được máy ảnh, mất mạng thì trang không mở lại. Mã hiện ra vẫn quét được; mã yêu cầu thì dán.";
const EN = "No https: no camera here, and the page does not open without a network. Codes it shows can be scanned; paste request codes.";

if (!isSecureContext) {
  const note = document.createElement("div");
  render(html`<p class="plain-http" role="note"><span lang="vi">${VI}</span><span lang="en">${EN}</span></p>`, note);
  document.body.prepend(note);
}
